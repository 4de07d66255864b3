import type { WaitingMatch } from '@accord/matches';
import { openProbes } from '@accord/matches/server';
import {
  AgencyId,
  type CaseId,
  newId,
  type StaffActor,
  type YouthActor,
  type YoungPersonId,
} from '@accord/kernel';
import { tendAgency } from '@accord/vault';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Network } from '../support/network.ts';
import { refusalOf, sqlStateOf } from '../support/refused.ts';

// A blind question across agencies: it tells the asker nothing, goes the same way whatever the answer is, and opens nothing.

const BORN = '2010-03-14';
const NAME = 'Robin Álvarez Soto';

let network: Network;
let river: Network;
/** Welfare asks: Dana works there, Stan answers for the case. */
let dana: StaffActor;
let stan: StaffActor;
/** The school knows the same young person: Teo works there, Sally answers for the case. */
let teo: StaffActor;
let sally: StaffActor;
/** On another node, with a ring of its own. */
let sosa: StaffActor;
let nell: StaffActor;
let outside: { agencyId: AgencyId; worker: StaffActor }[];
let here: CaseId;
let there: CaseId;

beforeAll(async () => {
  network = await Network.start();
  const welfare = await network.addAgency('County Welfare', 'child-welfare');
  const school = await network.addAgency('Hill School', 'education');
  [dana, stan] = [await network.addStaff(welfare, 'Dana'), await network.addStaff(welfare, 'Stan')];
  [teo, sally] = [await network.addStaff(school, 'Teo'), await network.addStaff(school, 'Sally')];
  const second = await network.secondNode([{ name: 'River Clinic', system: 'mental-health' }]);
  river = second.node;
  const clinic = AgencyId.parse(second.agencies[0]);
  [sosa, nell] = [await river.addStaff(clinic, 'Sosa'), await river.addStaff(clinic, 'Nell')];
  outside = [];
  for (const [name, system] of [
    ['Drug Program', 'medical'],
    ['Harm Services', 'community'],
    ['Shelter', 'runaway-homeless-youth'],
    ['Police', 'law-enforcement'],
    ['Unknown', 'community'],
  ] as const) {
    const agencyId = await network.addAgency(name, system);
    outside.push({ agencyId, worker: await network.addStaff(agencyId, `Worker of ${name}`) });
  }
  await network.owner(async (sql) => {
    await sql`update agency set part2_program = true where name = 'Drug Program'`;
    await sql`update agency set victim_funding = array['VAWA'] where name = 'Harm Services'`;
    await sql`update agency set part2_program = null where name = 'Unknown'`;
  });
}, 60_000);
afterAll(async () => {
  await river.database.close();
  await network.close();
});

beforeEach(async () => {
  await network.owner(async (sql) => {
    await sql`delete from match_ask`;
    await sql`delete from match_token`;
  });
  here = await openCase(network, dana, stan);
  there = await openCase(network, teo, sally, { name: 'soto, robin ALVAREZ' });
});

async function openCase(
  on: Network,
  worker: StaffActor,
  supervisor?: StaffActor,
  { name = NAME, bornOn = BORN as string | null } = {},
): Promise<CaseId> {
  const { caseId } = await on.as(worker).cases.create({ name, ...(bornOn && { bornOn }) });
  if (supervisor) await on.assign(caseId, supervisor, 'supervision');
  return caseId;
}

const ask = (caseId = here, who = dana) =>
  network.as(who).matches.ask({ caseId, reason: 'plan-together', agreed: true });
const waits = async (who: StaffActor, on = network) => (await on.as(who).matches.waiting()).matches;
async function find<Is extends WaitingMatch['is']>(who: StaffActor, is: Is, on = network) {
  const match = (await waits(who, on)).find((each) => each.is === is);
  if (!match) throw new Error(`no ${is} waits for them`);
  return match as Extract<WaitingMatch, { is: Is }>;
}
/** Dana asks, Stan lets it out; the node looks when the test says so. */
async function send(): Promise<void> {
  await ask();
  const { askId } = await find(stan, 'ask');
  await network.as(stan).matches.decide({ caseId: here, askId, goOn: true });
}
async function sendAndLook(): Promise<void> {
  await send();
  await look();
}
/** Until this node has no question left, whoever looked: the one that follows a go-on runs by itself. */
const look = async (on = network) => {
  while ((await openProbes(on.database, on.vault)) > 0);
};
const agree = async (who = sally, on = network, caseId = there) => {
  const { matchId } = await find(who, 'found', on);
  await on.as(who).matches.answer({ caseId, matchId, agrees: true, mayTell: true });
  return matchId;
};
const asYoung = async (caseId: CaseId) => {
  const [row] = await network.owner(
    (sql) => sql<{ id: YoungPersonId }[]>`select young_person_id as id from case_file where id = ${caseId}`,
  );
  if (!row) throw new Error('no such case');
  const young: YouthActor = { kind: 'youth', youngPersonId: row.id };
  const { looks } = await network.asYouth(young).mine.looks();
  return looks
    .filter(({ action }) => action.startsWith('match-'))
    .map(({ action, who, agency }) => [action, who, agency]);
};
const rowsOf = (table: 'match_probe' | 'case_match' | 'match_token' | 'match_ask') =>
  network.owner(async (sql) => Number((await sql`select count(*) as n from ${sql(table)}`)[0]?.['n']));
const askedOf = async () =>
  (
    await network.owner(
      (sql) => sql<{ name: string }[]>`
        select distinct a.name from match_probe p join agency a on a.id = p.agency_id order by a.name`,
    )
  ).map(({ name }) => name);

describe('from a question to a link', () => {
  test('the worker asks, their own side lets it out, the other side says yes, and each learns whom to speak to', async () => {
    expect(await ask()).toEqual({});
    expect(await waits(dana)).toEqual([]);
    expect(await find(stan, 'ask')).toMatchObject({ name: 'Dana', agency: 'County Welfare', caseId: here });
    const { askId } = await find(stan, 'ask');
    expect(await network.as(stan).matches.decide({ caseId: here, askId, goOn: true })).toEqual({});
    await look();

    expect(await waits(stan)).toEqual([]);
    expect(await find(sally, 'found')).toMatchObject({
      name: 'Stan',
      agency: 'County Welfare',
      caseId: there,
    });
    await agree();
    const theirs = await find(sally, 'linked');
    const ours = await find(stan, 'linked');
    expect(ours).toMatchObject({
      caseId: here,
      name: 'Sally',
      agency: 'Hill School',
      otherCode: theirs.codeName,
    });
    expect(theirs).toMatchObject({
      caseId: there,
      name: 'Stan',
      agency: 'County Welfare',
      otherCode: ours.codeName,
    });

    expect(await asYoung(here)).toEqual([
      ['match-linked', 'Sally', 'Hill School'],
      ['match-sent', 'Stan', 'County Welfare'],
      ['match-asked', 'Dana', 'County Welfare'],
    ]);
    const inSchool = await asYoung(there);
    expect(inSchool).toHaveLength(2);
    expect(inSchool).toContainEqual(['match-linked', 'Stan', 'County Welfare']);
    expect(inSchool).toContainEqual(['match-agreed', 'Sally', 'Hill School']);
  });

  test('a link opens nothing: no row of access, no key, no item, no page', async () => {
    const before = await floorOf();
    const pages = await pagesOf();
    await sendAndLook();
    await agree();
    expect(await floorOf()).toEqual(before);
    expect(await pagesOf()).toEqual(pages);
    expect(await refusalOf(network.as(stan).cases.open({ caseId: there }))).toBe('NOT_FOUND');
    expect(await refusalOf(network.as(sally).cases.open({ caseId: here }))).toBe('NOT_FOUND');
  });

  test('a link is put aside by each side for itself, and stays on the page of the case', async () => {
    await sendAndLook();
    const matchId = await agree();
    await network.as(stan).matches.aside({ caseId: here, matchId });
    expect(await waits(stan)).toEqual([]);
    expect((await network.as(stan).matches.open({ caseId: here })).matches).toMatchObject([
      { is: 'linked', isAside: true },
    ]);
    expect(await waits(sally)).toHaveLength(1);
  });

  test.each([
    ['that asked', () => network.as(stan), () => here],
    ['that was asked', () => network.as(sally), () => there],
  ])('the side %s takes it away for both', async (_, side, caseOf) => {
    await sendAndLook();
    const matchId = await agree();
    await side().matches.undo({ caseId: caseOf(), matchId });
    expect([...(await waits(stan)), ...(await waits(sally))]).toEqual([]);
    for (const caseId of [here, there])
      expect((await asYoung(caseId)).map(([action]) => action)).toContain('match-undone');
    expect(await refusalOf(side().matches.undo({ caseId: caseOf(), matchId }))).toBe('CONFLICT');
  });

  test('on another node it waits until that node looks, and then is found there', async () => {
    const third = await openCase(river, sosa, nell);
    await sendAndLook();
    expect(await askedOf()).toEqual(['River Clinic']);
    await look();
    expect(await askedOf()).toEqual(['River Clinic']);
    await tendAgency(river.database, river.vault, sosa.agencyId);
    await look(river);
    expect(await askedOf()).toEqual([]);
    await agree(nell, river, third);
    expect(await find(stan, 'linked')).toMatchObject({ name: 'Nell', agency: 'River Clinic' });
  });
});

const floorOf = () =>
  network.owner(async (sql) => [
    await sql`select * from effective_access where case_id in (${here}, ${there}) order by 1, 2, 3, 4, 5`,
    await sql`select id from key_wrap where case_id in (${here}, ${there}) order by id`,
    await sql`select case_id, id, revision from case_item where case_id in (${here}, ${there}) order by 1, 2`,
  ]);
const pagesOf = async () => [
  await network.as(dana).cases.open({ caseId: here }),
  await network.as(teo).cases.open({ caseId: there }),
];

describe('what the asking side reads', () => {
  test('is the same when somebody has the young person and when nobody has', async () => {
    await sendAndLook();
    const hit = await seenByAskers();
    await network.owner(async (sql) => void (await sql`delete from match_ask`));
    await network
      .as(teo)
      .cases.editProfile({ caseId: there, name: 'Somebody Else', bornOn: BORN, revision: 1 });
    await sendAndLook();
    expect(await rowsOf('case_match')).toBe(0);
    expect(await seenByAskers()).toEqual(hit);
  });

  test('as many questions go out, to the same agencies, whatever the answer will be', async () => {
    const sent: unknown[] = [];
    for (const [index, name] of ['Nobody Knows', NAME].entries()) {
      await network.owner(async (sql) => void (await sql`delete from match_ask`));
      await network.as(dana).cases.editProfile({ caseId: here, name, bornOn: BORN, revision: index + 1 });
      await ask();
      const { askId } = await find(stan, 'ask');
      const targets = await targetsOf(askId);
      const answer = await network.as(stan).matches.decide({ caseId: here, askId, goOn: true });
      await look();
      sent.push({ targets, answer, left: await askedOf() });
    }
    expect(sent[0]).toEqual({ targets: ['Hill School', 'River Clinic'], answer: {}, left: ['River Clinic'] });
    expect(sent[1]).toEqual(sent[0]);
    expect(await rowsOf('case_match')).toBe(1);
  });

  test('is the same after a no, and after 14 days without a word', async () => {
    await sendAndLook();
    const waiting = await seenByAskers();
    const { matchId } = await find(sally, 'found');
    await network.as(sally).matches.answer({ caseId: there, matchId, agrees: false });
    expect(await seenByAskers()).toEqual(waiting);
    expect(await waits(sally)).toEqual([]);
    expect(await asYoung(there)).toEqual([['match-declined', 'Sally', 'Hill School']]);

    await network.owner(async (sql) => void (await sql`delete from match_ask`));
    await sendAndLook();
    await network.owner(
      async (sql) => void (await sql`update case_match set found_at = found_at - interval '15 days'`),
    );
    expect(await waits(sally)).toEqual([]);
    const [late] = await network.owner((sql) => sql<{ id: typeof matchId }[]>`select id from case_match`);
    if (!late) throw new Error('nothing was found');
    const answer = { caseId: there, matchId: late.id, agrees: true, mayTell: true } as const;
    expect(await refusalOf(network.as(sally).matches.answer(answer))).toBe('CONFLICT');
    expect((await seenByAskers()).map(({ desk }) => desk.matches)).toEqual([[], []]);
  });

  test('whoever asked is told nothing, though they answer for cases themselves', async () => {
    await network.assign(here, dana, 'supervision');
    await ask();
    const { askId } = await find(stan, 'ask');
    expect(await refusalOf(network.as(dana).matches.decide({ caseId: here, askId, goOn: true }))).toBe(
      'NOT_FOUND',
    );
    await network.as(stan).matches.decide({ caseId: here, askId, goOn: true });
    await look();
    const matchId = await agree();
    expect(await waits(dana)).toEqual([]);
    expect((await network.as(dana).matches.open({ caseId: here })).matches).toEqual([]);
    expect(await refusalOf(network.as(dana).matches.undo({ caseId: here, matchId }))).toBe('NOT_FOUND');
  });
});

/** What the two of the asking side read of it, and what their young person does. */
const seenByAskers = () =>
  Promise.all(
    [dana, stan].map(async (who) => ({
      desk: await network.as(who).matches.open({ caseId: here }),
      waiting: await waits(who),
      inbox: (await network.as(who).consent.inbox()).waiting,
      // what was asked last
      trace: (await asYoung(here)).slice(0, 2),
    })),
  );
/** Whom the floor says that a question goes to. */
const targetsOf = async (askId: string) =>
  (
    await network.database.withActor(
      stan,
      { purpose: 'care-plan-coordination', cases: [here] },
      (tx) => tx<{ name: string }[]>`
        select a.name from match_targets(${askId}) t join agency a on a.id = t.agency_id order by a.name`,
    )
  ).map(({ name }) => name);

describe('who is not asked, and does not ask', () => {
  test('services for people who were harmed, shelters, drug programs, police, and whoever is not known', async () => {
    for (const { worker } of outside) await openCase(network, worker);
    await ask();
    const { askId } = await find(stan, 'ask');
    expect(await targetsOf(askId)).toEqual(['Hill School', 'River Clinic']);
    await network.as(stan).matches.decide({ caseId: here, askId, goOn: true });
    await look();
    expect(await rowsOf('case_match')).toBe(1);
    for (const { worker } of outside) {
      const caseId = await openCase(network, worker);
      expect((await network.as(worker).matches.open({ caseId })).takesPart).toBe(false);
      expect(await refusalOf(ask(caseId, worker))).toBe('NOT_FOUND');
    }
  });

  test('an agency that the young person is to be kept from, at either side', async () => {
    await keepOut(here, 'agency', sally.agencyId);
    await sendAndLook();
    expect(await rowsOf('case_match')).toBe(0);
    await network.owner(async (sql) => {
      await sql`delete from access_denial`;
      await sql`delete from match_ask`;
    });
    await keepOut(there, 'staff', dana.staffId);
    await sendAndLook();
    expect(await rowsOf('case_match')).toBe(0);
    await network.owner(async (sql) => void (await sql`delete from access_denial`));
  });

  test('a person who is kept out of the other case neither sees it nor decides', async () => {
    await sendAndLook();
    const { matchId } = await find(sally, 'found');
    await keepOut(here, 'staff', sally.staffId);
    expect(await waits(sally)).toEqual([]);
    const yes = { caseId: there, matchId, agrees: true, mayTell: true } as const;
    expect(await refusalOf(network.as(sally).matches.answer(yes))).toBe('NOT_FOUND');
    await network.owner(async (sql) => void (await sql`delete from access_denial`));
  });

  test('an agency whose agreement ended before it said yes', async () => {
    await sendAndLook();
    const { matchId } = await find(sally, 'found');
    const yes = { caseId: there, matchId, agrees: true, mayTell: true } as const;
    await network.owner(
      (sql) => sql`update agreement set over_at = valid_from, ended_at = now(),
        ended_by = ${sally.staffId} where agency_id = ${sally.agencyId}`,
    );
    const refused = await refusalOf(network.as(sally).matches.answer(yes));
    await network.owner(
      (sql) => sql`update agreement set over_at = valid_to, ended_at = null,
        ended_by = null where agency_id = ${sally.agencyId}`,
    );
    expect(refused).toBe('CONFLICT');
  });

  test('one’s own agency: two cases of one agency are no match', async () => {
    await openCase(network, dana, stan);
    await network.owner(async (sql) => void (await sql`delete from match_token where case_id = ${there}`));
    await sendAndLook();
    expect(await rowsOf('case_match')).toBe(0);
  });
});

const keepOut = (caseId: CaseId, kind: 'agency' | 'staff', target: string) =>
  network.owner(
    (sql) => sql`insert into access_denial (id, case_id, target_kind, target_id, categories)
      values (${crypto.randomUUID()}, ${caseId}, ${kind}, ${target}, 9223372036854775807)`,
  );

describe('who may do what', () => {
  test('workers who do not answer for a case see nothing of it at either side', async () => {
    await sendAndLook();
    const { matchId } = await find(sally, 'found');
    expect(await waits(teo)).toEqual([]);
    const yes = { caseId: there, matchId, agrees: true, mayTell: true } as const;
    for (const who of [teo, dana, stan]) {
      expect(await refusalOf(network.as(who).matches.answer(yes))).toBe('NOT_FOUND');
      expect(await refusalOf(network.as(who).matches.answer({ caseId: here, matchId, agrees: false }))).toBe(
        'NOT_FOUND',
      );
    }
    expect(await refusalOf(network.as(sally).matches.undo({ caseId: there, matchId }))).toBe('CONFLICT');
    expect(await refusalOf(ask(there))).toBe('NOT_FOUND');
    expect(await refusalOf(ask(here, stan))).toBe('NOT_FOUND');
  });

  test('a question without the young person’s yes, a birthday, or a known reason is none', async () => {
    const nameless = await openCase(network, dana, stan, { name: NAME, bornOn: null });
    expect(await refusalOf(ask(nameless))).toBe('BAD_INPUT');
    expect((await network.as(dana).matches.open({ caseId: nameless })).isMissing).toBe(true);
    const bad = { caseId: here, reason: 'plan-together', agreed: false } as unknown as Parameters<
      ReturnType<Network['as']>['matches']['ask']
    >[0];
    expect(await refusalOf(network.as(dana).matches.ask(bad))).toBe('BAD_INPUT');
    expect(await rowsOf('match_ask')).toBe(0);
  });

  test('a case is asked about once in 30 days, and a person asks five times a day', async () => {
    await ask();
    expect(await refusalOf(ask())).toBe('TOO_MANY');
    for (let n = 0; n < 4; n += 1) await ask(await openCase(network, dana));
    expect(await refusalOf(ask(await openCase(network, dana)))).toBe('TOO_MANY');
    await network.owner(
      async (sql) => void (await sql`update match_ask set asked_at = asked_at - interval '31 days'`),
    );
    expect(await ask()).toEqual({});
  });

  test('a question that nobody let out in 14 days is over, and one that was kept goes nowhere', async () => {
    await ask();
    const { askId } = await find(stan, 'ask');
    const decide = (goOn: boolean) => network.as(stan).matches.decide({ caseId: here, askId, goOn });
    await network.owner(
      async (sql) => void (await sql`update match_ask set asked_at = asked_at - interval '15 days'`),
    );
    expect(await waits(stan)).toEqual([]);
    expect(await refusalOf(decide(true))).toBe('CONFLICT');
    await network.owner(async (sql) => void (await sql`update match_ask set asked_at = now()`));
    await decide(false);
    expect(await refusalOf(decide(true))).toBe('CONFLICT');
    await look();
    expect([await rowsOf('match_probe'), await rowsOf('case_match')]).toEqual([0, 0]);
    expect((await asYoung(here)).map(([action]) => action)).toEqual(['match-kept', 'match-asked']);
  });

  test('another name or birthday ends what was asked and found by the old one', async () => {
    await sendAndLook();
    const { matchId } = await find(sally, 'found');
    await network
      .as(dana)
      .cases.editProfile({ caseId: here, name: 'Robin Other', bornOn: BORN, revision: 1 });
    expect(await waits(sally)).toEqual([]);
    const yes = { caseId: there, matchId, agrees: true, mayTell: true } as const;
    expect(await refusalOf(network.as(sally).matches.answer(yes))).toBe('CONFLICT');
    expect(await rowsOf('match_probe')).toBe(0);
  });

  test('nobody reads a table of it, and no speaker but the job that tends keys answers a question', async () => {
    await send();
    for (const table of ['match_token', 'match_ask', 'match_probe', 'case_match'])
      expect(await sqlStateOf(network, dana, here, (tx) => tx`select * from ${tx(table)}`)).toBe('42501');
    const listed = await network.database.withActor(
      stan,
      { purpose: 'care-plan-coordination', cases: [here] },
      (tx) => tx`select * from waiting_probes()`,
    );
    expect([...listed]).toEqual([]);
    const houses = [newId(AgencyId)];
    expect(
      await sqlStateOf(
        network,
        stan,
        here,
        (tx) =>
          tx`select send_match(${crypto.randomUUID()}, ${[crypto.randomUUID()]}::uuid[], ${houses}::uuid[], ${[1]}::int[], array[]::bytea[])`,
      ),
    ).toBe('AC404');
  });

  test('a node that stops between two questions goes on where it was, and finds each thing once', async () => {
    await sendAndLook();
    await openProbes(network.database, network.vault, AbortSignal.abort());
    await look();
    expect(await rowsOf('case_match')).toBe(1);
    const found = await network.owner(
      (sql) =>
        sql<
          { action: string }[]
        >`select action from ledger_entry where case_id = ${there} and action = 'match-found'`,
    );
    expect(found).toHaveLength(1);
    // And the young person reads of it no sooner than both sides have said yes.
    expect(await asYoung(there)).toEqual([]);
  });
});
