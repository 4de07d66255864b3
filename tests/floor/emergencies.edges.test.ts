import type { Tx } from '@accord/db';
import type { Actor, AgencyId, CaseId, StaffActor, YouthActor } from '@accord/kernel';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { asked } from '../support/asked.ts';
import type { Network } from '../support/network.ts';
import { twoHouses } from './houses.ts';
import { assignRow, FUTURE, keysNow, openRow, PAST, shutRow, standing } from './rows.ts';

/** Emergencies, by hand: who asks, who agrees, who looks at it afterwards, who is on call, and what each is told. */
let network: Network;
let welfare: AgencyId;
let clinic: AgencyId;
let dana: StaffActor;
let cora: StaffActor;
let sosa: StaffActor;
let stan: StaffActor;
let nell: StaffActor;
let young: YouthActor;
let caseId: CaseId;
let otherCase: CaseId;

const PLAN = 8n;

beforeAll(async () => {
  ({ network, welfare, clinic, dana, cora, sosa } = await twoHouses());
  stan = await network.addStaff(welfare, 'Stan');
  nell = await network.addStaff(welfare, 'Nell');
});
afterAll(() => network.close());
beforeEach(async () => {
  await network.owner(async (sql) => {
    await sql`delete from emergency_ask`;
    await sql`delete from law_basis`;
    await sql`delete from on_call`;
    await sql`delete from access_denial`;
    await sql`delete from assignment`;
    await sql`update staff set ended_at = null, started_at = '2019-01-01'`;
    await sql`update agency set emergency_needs_two = (id = ${welfare})`;
  });
  ({ caseId, young } = await network.openCase(dana, 'Robin'));
  ({ caseId: otherCase } = await network.openCase(dana, 'Sam'));
  await assignRow(network, caseId, stan, { kind: 'supervision' });
});

const by = <T>(who: Actor, work: (tx: Tx) => Promise<T>) => asked(network, who, [caseId, otherCase], work);
const done = (who: Actor, work: (tx: Tx) => Promise<unknown>) =>
  by(who, async (tx) => {
    await work(tx);
    return 'done';
  });
interface Ask {
  id?: string;
  of?: CaseId;
  see?: bigint;
  minutes?: number;
  to?: string;
}
const askFor =
  ({ id = randomUUID(), of = caseId, see = PLAN, minutes = 15, to = sosa.staffId }: Ask = {}) =>
  (tx: Tx) =>
    tx`select ask_emergency(${id}, ${of}, 'staff', ${to}, array[1]::smallint[], ${see}, 'in-danger',
      ${minutes}::smallint, 'in-person', null)`;
/** What it answers: the case, the owner and the kinds that it opened. */
const answers = (who: Actor, id: string, agrees = true) =>
  by(who, async (tx) => {
    const [row] = await tx<{ of: string; owner: string; mask: string }[]>`
      select case_id as of, owner_agency as owner, mask::text as mask from answer_emergency(${id}, ${agrees})`;
    return row && [row.of, row.owner, row.mask];
  });
const reviews = (who: Actor, id: string, how = 'right') =>
  by(who, async (tx) => {
    const [row] = await tx<{ of: string; owner: string; mask: string }[]>`
      select case_id as of, owner_agency as owner, mask::text as mask from review_emergency(${id}, ${how})`;
    return row && [row.of, row.owner, row.mask];
  });
async function waiting(change: Ask & { who?: StaffActor } = {}): Promise<string> {
  const { who = dana, ...rest } = change;
  const id = randomUUID();
  expect(await done(who, askFor({ id, ...rest }))).toBe('done');
  return id;
}
async function opened(): Promise<string> {
  const id = await waiting();
  expect(await answers(stan, id)).toEqual([caseId, welfare, String(PLAN)]);
  return id;
}
const change = (id: string, values: Record<string, string | bigint | null>) =>
  network.owner(
    (sql) =>
      sql`update law_basis set ${sql(
        Object.fromEntries(
          Object.entries(values).map(([key, value]) => [key, value === null ? null : String(value)]),
        ),
      )} where id = ${id}`,
  );
/** As if it had begun so long ago, for a quarter of an hour. */
const back = (id: string, ago: string) =>
  network.owner(
    (sql) => sql`update law_basis set valid_from = now() - ${ago}::interval,
      valid_to = now() - ${ago}::interval + interval '15 minutes' where id = ${id}`,
  );
const onCall = ({ staffId }: StaffActor, dates: { from?: string; until?: string; house?: AgencyId } = {}) =>
  network.owner(
    (sql) => sql`insert into on_call (agency_id, staff_id, phone, valid_from, valid_to, set_by)
      values (${dates.house ?? welfare}, ${staffId}, '555-0142', ${dates.from ?? PAST}::text::timestamptz,
        ${dates.until ?? FUTURE}::text::timestamptz, ${dana.staffId})`,
  );
const needsTwo = (agency: AgencyId, is: boolean) =>
  network.owner((sql) => sql`update agency set emergency_needs_two = ${is} where id = ${agency}`);
const left = ({ staffId }: StaffActor, when: string) =>
  network.owner((sql) => sql`update staff set ended_at = ${when}::text::timestamptz where id = ${staffId}`);
const told = (who: Actor) =>
  by(who, async (tx) => [
    ...(await tx<
      {
        what: string;
        id: string;
        of: string | null;
        code: string | null;
        name: string;
        by: string;
        own: boolean;
        may: boolean;
      }[]
    >`select what, id, case_id as of, code_name as code, name, by_name as by, is_own as own, may_decide as may
      from emergencies()`),
  ]);
const ids = async (who: Actor) => {
  const rows = await told(who);
  return typeof rows === 'string' ? rows : rows.map(({ what, id }) => `${what} ${id}`);
};

describe('asking for a second person', () => {
  test('is for whoever writes for an agency that wants two, and leaves one line for half an hour', async () => {
    await assignRow(network, caseId, cora, { kind: 'supervision' });
    for (const who of [cora, sosa, young]) expect(await done(who, askFor())).toBe('AC404');
    const id = await waiting({ minutes: 20 });
    const [row] = await network.owner(
      (
        sql,
      ) => sql`select case_id, owner_agency, recipient_id, purposes, mask::text as mask, nature, minutes, told_how,
          asked_by, asked_at = now() - (now() - asked_at) as at, lapses_at - asked_at = interval '30 minutes' as half
        from emergency_ask where id = ${id}`,
    );
    expect(row).toEqual({
      case_id: caseId,
      owner_agency: welfare,
      recipient_id: sosa.staffId,
      purposes: [1],
      mask: String(PLAN),
      nature: 'in-danger',
      minutes: 20,
      told_how: 'in-person',
      asked_by: dana.staffId,
      at: true,
      half: true,
    });
    await needsTwo(clinic, true);
    await network.owner((sql) => sql`delete from emergency_ask`);
    await needsTwo(welfare, false);
    expect(await done(dana, askFor())).toBe('AC403');
  });

  test('is for what the law opens in an emergency, and for an hour at most', async () => {
    const [house] = await network.owner(
      (sql) =>
        sql<
          { mask: string }[]
        >`select (1::bigint << bit)::text as mask from category where code = 'shelter-location'`,
    );
    expect(await done(dana, askFor({ see: BigInt(house?.mask ?? 0) }))).toBe('AC403');
    expect(await done(dana, askFor({ minutes: 61 }))).toMatch(/AC403|23514/);
    expect(await done(dana, askFor({ to: cora.staffId }))).toBe('AC403');
    expect(await done(dana, askFor({ to: randomUUID() }))).toBe('AC409');
  });

  test('once at a time for one worker, whatever the case; an order is none, and a colleague has their own', async () => {
    await assignRow(network, caseId, cora);
    await by(
      dana,
      (tx) =>
        tx`select record_basis(${randomUUID()}, ${caseId}, 'court_order', 'staff', ${sosa.staffId}, array[1]::smallint[],
        ${PLAN}, ${PLAN}, now() + interval '1 hour', null, 'JV-1', null, null, 'in-person', null)`,
    );
    const id = await waiting();
    expect(await done(dana, askFor({ of: otherCase }))).toBe('AC409');
    const hers = await waiting({ who: cora });
    await network.owner((sql) => sql`update emergency_ask set lapses_at = now() where id = ${id}`);
    const again = await waiting();
    await answers(dana, again, false);
    await waiting();
    expect(await ids(cora)).toContain(`ask ${hers}`);
  });

  test('once at the same moment too; a colleague does not wait', async () => {
    await assignRow(network, caseId, cora);
    const meanwhile = (who: StaffActor) =>
      done(who, async (tx) => {
        await tx`set local lock_timeout = '200ms'`;
        await askFor()(tx);
      });
    const said = await by(dana, async (tx) => {
      await askFor()(tx);
      return [await meanwhile(dana), await meanwhile(cora)];
    });
    expect(said).toEqual(['55P03', 'done']);
  });

  test('not while one of theirs is open; one that is over, or was ended, stands in nobody’s way', async () => {
    const id = await opened();
    expect(await done(dana, askFor())).toBe('AC409');
    await back(id, '1 hour');
    const second = await opened();
    await by(dana, (tx) => tx`select end_basis(${second}, 'done')`);
    await waiting();
  });
});

describe('on hold', () => {
  const terms = (who: Actor) =>
    by(who, async (tx) => [
      ...(await tx`select needs_two as two, on_hold as hold from own_emergency_terms()`),
    ]);

  test('is whoever opened one 72 hours ago that nobody looked at: that one, by them, an emergency', async () => {
    await assignRow(network, caseId, cora);
    const id = await opened();
    await back(id, '71 hours 59 minutes');
    expect(await terms(dana)).toEqual([{ two: true, hold: false }]);
    await back(id, '72 hours');
    expect(await terms(dana)).toEqual([{ two: true, hold: true }]);
    expect(await terms(cora)).toEqual([{ two: true, hold: false }]);
    expect(await terms(sosa)).toEqual([{ two: false, hold: false }]);
    expect(await done(dana, askFor())).toBe('AC409');
    await waiting({ who: cora });
    // One that was looked at frees nobody of another.
    const other = randomUUID();
    await network.owner(async (sql) => {
      await sql`insert into law_basis (id, case_id, owner_agency, kind, recipient_kind, recipient_id, purposes, see_mask,
          know_mask, valid_from, valid_to, evidence, recorded_by, not_told)
        select ${other}, case_id, owner_agency, kind, recipient_kind, recipient_id, purposes, see_mask, know_mask,
          valid_from, valid_to, evidence, recorded_by, 'not-reached' from law_basis where id = ${id}`;
      await sql`insert into emergency_review (basis_id, case_id, owner_agency, outcome, reviewed_by, reviewed_at)
        values (${other}, ${caseId}, ${welfare}, 'right', ${stan.staffId}, now())`;
    });
    expect(await terms(dana)).toEqual([{ two: true, hold: true }]);
    await assignRow(network, otherCase, stan);
    await change(id, { seconded_by: null });
    expect(await reviews(stan, id)).toEqual([caseId, welfare, '0']);
    expect(await terms(dana)).toEqual([{ two: true, hold: false }]);
  });

  test('is nobody for an order of long ago; and only staff are told', async () => {
    const id = await opened();
    await back(id, '80 hours');
    await change(id, { kind: 'court_order' });
    expect(await terms(dana)).toEqual([{ two: true, hold: false }]);
    expect(await terms(young)).toEqual([]);
  });
});

describe('the second person', () => {
  test('is on the case now, or on call now, and works there; it opens for its minutes from then on', async () => {
    const id = await waiting({ minutes: 10 });
    await assignRow(network, otherCase, nell);
    for (const who of [dana, nell, sosa, young]) expect(await answers(who, id)).toBe('AC404');
    expect(await standing(network, id)).toEqual({ rows: 0, wraps: 0 });
    expect(await answers(stan, id)).toEqual([caseId, welfare, String(PLAN)]);
    const [row] = await network.owner(
      (
        sql,
      ) => sql`select case_id, owner_agency, kind, recipient_id, purposes, see_mask::text as see, know_mask::text as know,
          evidence, valid_to - valid_from = interval '10 minutes' as ten, recorded_by, seconded_by, told_how,
          (select answered_by from emergency_ask where id = ${id}) as answered
        from law_basis where id = ${id}`,
    );
    expect(row).toEqual({
      case_id: caseId,
      owner_agency: welfare,
      kind: 'emergency',
      recipient_id: sosa.staffId,
      purposes: [1],
      see: String(PLAN),
      know: String(PLAN),
      evidence: 'in-danger',
      ten: true,
      recorded_by: dana.staffId,
      seconded_by: stan.staffId,
      told_how: 'in-person',
      answered: stan.staffId,
    });
    expect((await standing(network, id)).rows).toBe(1);
    expect(await answers(stan, id)).toBe('AC409');
  });

  test.each([
    ['is over', { from: PAST, until: '2021-01-01' }],
    ['has not begun', { from: FUTURE, until: '2999-06-01' }],
  ])('is not who was assigned in a time that %s, nor on call in one', async (_, dates) => {
    const id = await waiting();
    await assignRow(network, caseId, cora, dates);
    await onCall(nell, dates);
    for (const who of [cora, nell]) expect(await answers(who, id)).toBe('AC404');
  });

  test('is on call for the very agency, of its own people', async () => {
    const id = await waiting();
    await onCall(nell, { house: clinic });
    await onCall(sosa);
    await assignRow(network, caseId, sosa);
    for (const who of [nell, sosa]) expect(await answers(who, id)).toBe('AC404');
    await onCall(cora);
    expect(await answers(cora, id)).toEqual([caseId, welfare, String(PLAN)]);
  });

  test('is nobody whom a restriction keeps from any of it now, themselves or their whole agency', async () => {
    const id = await waiting();
    await shutRow(network, otherCase, stan.staffId);
    await shutRow(network, caseId, nell.staffId);
    await shutRow(network, caseId, stan.staffId, { until: PAST });
    await shutRow(network, caseId, stan.staffId, { from: FUTURE });
    await shutRow(network, caseId, stan.staffId);
    expect(await answers(stan, id)).toBe('AC404');
    await network.owner(
      (sql) => sql`delete from access_denial where valid_from < now() and valid_to > now()
      and case_id = ${caseId} and target_id = ${stan.staffId}`,
    );
    expect(await answers(stan, id)).toEqual([caseId, welfare, String(PLAN)]);
    await network.owner((sql) => sql`delete from law_basis`);
    const next = await waiting();
    await shutRow(network, caseId, welfare);
    expect(await answers(stan, next)).toBe('AC404');
  });

  test('is asked about the very one: of two that wait the other one goes on waiting', async () => {
    await assignRow(network, caseId, cora);
    const [first, hers] = [await waiting(), await waiting({ who: cora })];
    expect(await answers(stan, hers)).toEqual([caseId, welfare, String(PLAN)]);
    const rows = await network.owner(
      (sql) => sql<{ id: string; by: string }[]>`select id, recorded_by as by from law_basis`,
    );
    expect(rows).toEqual([{ id: hers, by: cora.staffId }]);
    expect(await answers(stan, first)).toEqual([caseId, welfare, String(PLAN)]);
  });

  test('says no, or the asker takes it back: it opens nothing and is over', async () => {
    const id = await waiting();
    expect(await answers(stan, id, false)).toEqual([caseId, welfare, '0']);
    expect(await answers(stan, id)).toBe('AC409');
    const own = await waiting();
    expect(await answers(dana, own, false)).toEqual([caseId, welfare, '0']);
    expect(await answers(stan, own)).toBe('AC409');
    const said = await network.owner(
      (sql) => sql<{ id: string; answer: string }[]>`select id, answer from emergency_ask`,
    );
    expect(Object.fromEntries(said.map((row) => [row.id, row.answer]))).toEqual({
      [id]: 'not-agreed',
      [own]: 'taken-back',
    });
    expect([(await standing(network, id)).rows, (await standing(network, own)).rows]).toEqual([0, 0]);
  });

  test('comes too late after half an hour, or when whoever asked has left or is on hold', async () => {
    const lapsed = await waiting();
    await network.owner((sql) => sql`update emergency_ask set lapses_at = now() where id = ${lapsed}`);
    expect(await answers(stan, lapsed)).toBe('AC409');
    const id = await waiting();
    await left(dana, PAST);
    expect(await answers(stan, id)).toBe('AC409');
    await left(dana, FUTURE);
    const old = randomUUID();
    await network.owner(
      (
        sql,
      ) => sql`insert into law_basis (id, case_id, owner_agency, kind, recipient_kind, recipient_id, purposes, see_mask,
          know_mask, valid_from, valid_to, evidence, recorded_by, not_told)
        values (${old}, ${caseId}, ${welfare}, 'emergency', 'staff', ${sosa.staffId}, '{1}', 8, 8,
          now() - interval '80 hours', now() - interval '79 hours', 'in-danger', ${dana.staffId}, 'not-reached')`,
    );
    expect(await answers(stan, id)).toBe('AC409');
    await network.owner((sql) => sql`delete from law_basis where id = ${old}`);
    expect(await answers(stan, id)).toEqual([caseId, welfare, String(PLAN)]);
  });

  test('is asked by the floor’s own law again', async () => {
    const id = await waiting();
    await network.owner(
      (sql) =>
        sql`update emergency_ask set mask = (select 1::bigint << bit from category where code = 'shelter-location')`,
    );
    expect(await answers(stan, id)).toBe('AC403');
  });

  test('and the first wait for whoever stops something, and for one another', async () => {
    const id = await waiting();
    const found = await by(stan, async (tx) => {
      await tx`select answer_emergency(${id}, true)`;
      return keysNow(network, caseId);
    });
    expect(found).toBe('shared');
    const next = await network.owner((sql) => sql`delete from law_basis`).then(() => waiting());
    await onCall(cora);
    const both = await by(stan, async (tx) => {
      await tx`select answer_emergency(${next}, false)`;
      return done(cora, async (other) => {
        await other`set local lock_timeout = '200ms'`;
        await other`select answer_emergency(${next}, true)`;
      });
    });
    expect(both).toBe('55P03');
  });
});

describe('looked at afterwards', () => {
  test('by a third person, once; what was right stays open', async () => {
    const id = await opened();
    await onCall(nell);
    for (const who of [dana, stan, cora, sosa, young]) expect(await reviews(who, id)).toBe('AC404');
    expect(await reviews(nell, id)).toEqual([caseId, welfare, '0']);
    expect(await reviews(nell, id, 'not-right')).toBe('AC409');
    expect((await standing(network, id)).rows).toBe(1);
    const rows = await network.owner(
      (sql) => sql`select basis_id, case_id, owner_agency, outcome, reviewed_by from emergency_review`,
    );
    expect(rows).toEqual([
      { basis_id: id, case_id: caseId, owner_agency: welfare, outcome: 'right', reviewed_by: nell.staffId },
    ]);
  });

  test('what was not right closes with that word, under the keys; one that was over closes nothing', async () => {
    await onCall(nell);
    const [id, untouched] = [await opened(), randomUUID()];
    await openRow(network, {
      of: caseId,
      owner: welfare,
      kind: 'staff',
      to: sosa.staffId,
      basisId: untouched,
    });
    const found = await by(nell, async (tx) => {
      const [row] = await tx<
        { mask: string }[]
      >`select mask::text as mask from review_emergency(${id}, 'not-right')`;
      return [row?.mask, await keysNow(network, caseId)];
    });
    expect(found).toEqual([String(PLAN), 'taken']);
    const [row] = await network.owner(
      (sql) => sql`select end_reason as why, ended_by as by from law_basis where id = ${id}`,
    );
    expect(row).toEqual({ why: 'mistake', by: nell.staffId });
    expect([(await standing(network, id)).rows, (await standing(network, untouched)).rows]).toEqual([0, 1]);
    const over = await opened();
    await back(over, '2 hours');
    expect(await reviews(nell, over, 'not-right')).toEqual([caseId, welfare, '0']);
  });

  test('the very one that was named', async () => {
    await assignRow(network, caseId, cora);
    await onCall(nell);
    const first = await opened();
    const hers = await waiting({ who: cora });
    await answers(stan, hers);
    await reviews(nell, hers, 'not-right');
    const ended = await network.owner(
      (sql) => sql<{ id: string }[]>`select id from law_basis where ended_at is not null`,
    );
    expect(ended).toEqual([{ id: hers }]);
    expect([(await standing(network, first)).rows, (await standing(network, hers)).rows]).toEqual([1, 0]);
    expect(await ids(stan)).toEqual([`review ${first}`]);
  });

  test('only an emergency is', async () => {
    const id = await opened();
    await onCall(nell);
    await change(id, { kind: 'court_order' });
    expect(await reviews(nell, id)).toBe('AC404');
    expect(await reviews(nell, randomUUID())).toBe('AC404');
  });
});

describe('a note in the ledger by whoever vouches', () => {
  const vouches = (tx: Tx, of = caseId) =>
    tx<{ may: boolean }[]>`select vouches_now(${of}) as may`.then(([row]) => row?.may);

  test('in the transaction in which they agree or end it, about that case; and by nobody else', async () => {
    const id = await waiting();
    expect(await by(stan, (tx) => vouches(tx))).toBe(false);
    const now = await by(stan, async (tx) => {
      await tx`select answer_emergency(${id}, true)`;
      return [await vouches(tx), await vouches(tx, otherCase)];
    });
    expect(now).toEqual([true, false]);
    expect(await by(stan, (tx) => vouches(tx))).toBe(false);
    await onCall(nell);
    const ended = await by(nell, async (tx) => {
      await tx`select review_emergency(${id}, 'not-right')`;
      return vouches(tx);
    });
    expect(ended).toBe(true);
  });

  test('not by whoever records one alone, nor for an order', async () => {
    await needsTwo(welfare, false);
    const record = (kind: string) => (tx: Tx) =>
      tx`select record_basis(${randomUUID()}, ${caseId}, ${kind}, 'staff', ${sosa.staffId}, array[1]::smallint[], ${PLAN},
        ${PLAN}, now() + interval '10 minutes', null, 'JV-1', null, null, 'in-person', null)`;
    expect(
      await by(dana, async (tx) => {
        await record('emergency')(tx);
        return vouches(tx);
      }),
    ).toBe(false);
    const id = randomUUID();
    expect(
      await by(dana, async (tx) => {
        await tx`select record_basis(${id}, ${caseId}, 'court_order', 'staff', ${sosa.staffId}, array[1]::smallint[],
          ${PLAN}, ${PLAN}, now() + interval '1 hour', null, 'JV-1', null, null, 'in-person', null)`;
        await tx`select end_basis(${id}, 'lifted')`;
        return vouches(tx);
      }),
    ).toBe(false);
  });
});

describe('what waits', () => {
  test('is told to whoever is on the case or on call there, and to whoever opened it; with the case only on it', async () => {
    const id = await waiting();
    await onCall(nell);
    const line = { what: 'ask', id, name: 'Sosa', by: 'Dana' };
    const { code } = { code: expect.any(String) as string };
    expect(await told(stan)).toEqual([{ ...line, of: caseId, code, own: false, may: true }]);
    expect(await told(dana)).toEqual([{ ...line, of: caseId, code, own: true, may: false }]);
    expect(await told(nell)).toEqual([{ ...line, of: null, code: null, own: false, may: true }]);
    for (const who of [cora, sosa, young]) expect(await told(who)).toEqual([]);
    // Kept from any of it, they know that they opened something, and not of whom.
    await shutRow(network, caseId, dana.staffId);
    await shutRow(network, caseId, nell.staffId);
    expect(await told(dana)).toEqual([{ ...line, of: null, code: null, own: true, may: false }]);
    expect(await told(nell)).toEqual([]);
    await network.owner((sql) => sql`delete from access_denial`);
    // Off the case, whoever opened it still sees that it waits.
    await network.owner(
      (sql) => sql`update assignment set valid_to = now() where case_id = ${caseId}
      and staff_id = ${dana.staffId}`,
    );
    expect(await told(dana)).toEqual([{ ...line, of: null, code: null, own: true, may: false }]);
  });

  test('until it is answered or lapses, and then until somebody looked at it', async () => {
    const id = await waiting();
    await network.owner((sql) => sql`update emergency_ask set lapses_at = now()`);
    expect(await ids(stan)).toEqual([]);
    const next = await opened();
    expect(await ids(stan)).toEqual([`review ${next}`]);
    expect((await told(stan)) as unknown).toMatchObject([{ may: false }]);
    await onCall(nell);
    expect((await told(nell)) as unknown).toMatchObject([{ may: true }]);
    await reviews(nell, next);
    expect(await ids(stan)).toEqual([]);
    expect(id).not.toBe(next);
  });

  test('of one’s own agency alone, emergencies alone', async () => {
    await assignRow(network, caseId, sosa);
    await openRow(network, { of: caseId, owner: clinic, kind: 'agency', to: clinic, basis: 'own_custody' });
    const id = await waiting();
    expect(await ids(sosa)).toEqual([]);
    await answers(stan, id);
    expect(await ids(sosa)).toEqual([]);
    await change(id, { kind: 'court_order' });
    expect(await ids(stan)).toEqual([]);
    await change(id, { kind: 'emergency', owner_agency: clinic });
    expect(await ids(stan)).toEqual([]);
    expect(await ids(sosa)).toEqual([`review ${id}`]);
  });

  test.each([
    ['is over', { from: PAST, until: '2021-01-01' }],
    ['has not begun', { from: FUTURE }],
  ])('with the case not for somebody on call whose time on it %s', async (_, dates) => {
    await waiting();
    await onCall(nell);
    await assignRow(network, caseId, nell, dates);
    await assignRow(network, otherCase, nell);
    expect((await told(nell)) as unknown).toMatchObject([{ of: null, code: null }]);
  });

  test('an agency as a recipient by its name, and never somebody by an id of the other kind', async () => {
    const id = await opened();
    await change(id, { recipient_kind: 'agency' });
    expect(await told(stan)).toEqual([]);
    await change(id, { recipient_id: clinic });
    expect((await told(stan)) as unknown).toMatchObject([{ name: 'River Clinic' }]);
  });
});

describe('how an agency handles them', () => {
  const want = (two: boolean) => (tx: Tx) => tx`select want_two(${two})`;
  const put =
    (whom: StaffActor, until = '10 days') =>
    (tx: Tx) =>
      tx`select put_on_call(${whom.staffId}, '555-0199', now() + ${until}::interval)`;
  const off = (whom: StaffActor) => (tx: Tx) => tx`select take_off_call(${whom.staffId})`;
  const supervises = (who: Actor) =>
    by(who, async (tx) => {
      const [row] = await tx<{ is: boolean }[]>`select supervises() as is`;
      return row?.is;
    });

  test('is for whoever supervises a case there now, whose items the agency holds', async () => {
    expect(await supervises(stan)).toBe(true);
    for (const who of [dana, cora, sosa, young]) {
      expect([await supervises(who), await done(who, want(false))]).toEqual([false, 'AC404']);
    }
    const set = (dates: { from: string; until: string }) =>
      network.owner(
        (sql) => sql`update assignment set valid_from = ${dates.from}::text::timestamptz,
          valid_to = ${dates.until}::text::timestamptz where staff_id = ${stan.staffId}`,
      );
    await set({ from: PAST, until: '2021-01-01' });
    expect(await supervises(stan)).toBe(false);
    await set({ from: FUTURE, until: '2999-06-01' });
    expect(await supervises(stan)).toBe(false);
    await set({ from: PAST, until: FUTURE });
    await network.owner((sql) => sql`update assignment set kind = 'cover' where staff_id = ${stan.staffId}`);
    expect(await supervises(stan)).toBe(false);
  });

  test('not by supervising where the agency holds nothing, or no longer does', async () => {
    await assignRow(network, caseId, sosa, { kind: 'supervision' });
    expect(await supervises(sosa)).toBe(false);
    const held = { of: caseId, owner: clinic, kind: 'agency', to: clinic } as const;
    await openRow(network, { ...held, basis: 'self_access' });
    await openRow(network, { ...held, basis: 'own_custody', until: PAST });
    await openRow(network, { ...held, of: otherCase, basis: 'own_custody' });
    await openRow(network, { ...held, owner: welfare, basis: 'own_custody', basisId: randomUUID() });
    await openRow(network, { ...held, to: welfare, basis: 'own_custody', basisId: randomUUID() });
    expect(await supervises(sosa)).toBe(false);
  });

  test('two or one, for their own agency', async () => {
    await needsTwo(clinic, true);
    expect(await done(stan, want(false))).toBe('done');
    const rows = await network.owner(
      (sql) => sql<{ id: string; two: boolean }[]>`select id, emergency_needs_two as two from agency`,
    );
    expect(new Map(rows.map(({ id, two }) => [id, two])).get(clinic)).toBe(true);
    expect(new Map(rows.map(({ id, two }) => [id, two])).get(welfare)).toBe(false);
  });

  test('a colleague on call, who is there, for a month at most, and anew by saying it again', async () => {
    expect(await done(stan, put(nell))).toBe('done');
    await left(cora, FUTURE);
    expect(await done(stan, put(cora, '31 days'))).toBe('done');
    for (const whom of [stan, sosa]) expect(await done(stan, put(whom))).toBe('AC404');
    for (const until of ['0 days', '-1 days', '33 days'])
      expect(await done(stan, put(nell, until))).toBe('AC409');
    await left(cora, PAST);
    expect(await done(stan, put(cora))).toBe('AC404');
    await network.owner(
      (sql) => sql`update on_call set phone = '555-0100', valid_from = '2020-01-01', valid_to = '2021-01-01',
        set_by = ${dana.staffId} where staff_id = ${nell.staffId}`,
    );
    expect(await done(stan, put(nell))).toBe('done');
    const [row] = await network.owner(
      (
        sql,
      ) => sql`select agency_id, phone, valid_from > now() - interval '1 minute' as fresh, valid_to > now() as on,
        set_by from on_call where staff_id = ${nell.staffId}`,
    );
    expect(row).toEqual({
      agency_id: welfare,
      phone: '555-0199',
      fresh: true,
      on: true,
      set_by: stan.staffId,
    });
  });

  test('taken off again, of their own agency', async () => {
    await onCall(nell);
    await onCall(cora);
    await onCall(nell, { house: clinic });
    expect(await done(stan, off(nell))).toBe('done');
    expect(await done(stan, off(nell))).toBe('AC404');
    const rows = await network.owner(
      (sql) =>
        sql`select agency_id as house, staff_id as who from on_call order by agency_id = ${welfare} desc`,
    );
    expect(rows).toEqual([
      { house: welfare, who: cora.staffId },
      { house: clinic, who: nell.staffId },
    ]);
    expect(await done(dana, off(cora))).toBe('AC404');
  });
});
