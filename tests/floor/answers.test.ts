import type { AnswerInput, CategoryCode } from '@accord/consent';
import type { CaseId, GrantId, StaffActor, YouthActor } from '@accord/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inDays, Network } from '../support/network.ts';
import { addPeople } from '../support/people.ts';
import { refusalOf } from '../support/refused.ts';

// "Could this person see this on that day?": from what was recorded then, for whoever supervises the case for the agency
// that holds the item, and for nobody else.

let network: Network;
let dana: StaffActor;
let stan: StaffActor;
let ortiz: StaffActor;
let sosa: StaffActor;
let young: YouthActor;
let caseId: CaseId;

beforeAll(async () => {
  network = await Network.start();
  ({ dana, stan, ortiz, sosa } = await addPeople(network, 'dana', 'stan', 'ortiz', 'sosa'));
});
afterAll(() => network.close());

beforeEach(async () => {
  ({ caseId, young } = await network.openCase(dana, 'Robin'));
  await network.assign(caseId, stan, 'supervision');
});

/** The day as the network counts it. */
async function today(): Promise<string> {
  const [row] = await network.owner(
    (sql) =>
      sql<{ day: string }[]>`select to_char(now() at time zone 'America/Chicago', 'YYYY-MM-DD') as day`,
  );
  return row?.day ?? '';
}

const about = async (change: Partial<AnswerInput> = {}): Promise<AnswerInput> => ({
  caseId,
  staffId: ortiz.staffId,
  what: { is: 'kind', kind: 'case-plan' },
  purpose: 'care-plan-coordination',
  day: await today(),
  ...change,
});
const ask = async (change: Partial<AnswerInput> = {}, who = stan) =>
  network.as(who).answers.ask(await about(change));
const openness = async (change: Partial<AnswerInput> = {}) =>
  (await ask(change)).spans.map(({ open }) => open);
const share = (kinds: CategoryCode[] = ['case-plan']): Promise<GrantId> =>
  network.share(dana, caseId, { as: ortiz }, kinds);
const last = async (change: Partial<AnswerInput> = {}) => {
  const found = (await ask(change)).spans.at(-1);
  if (!found) throw new Error('an answer without a span');
  return found;
};

describe('the answer follows the day', () => {
  test('closed before the signature, open after it, closed after the stop, without a gap', async () => {
    const grantId = await share();
    await network.as(dana).consent.stop({ caseId, grantId });
    const { spans } = await ask();
    const states = spans.map(({ open }) => open);
    expect(states.filter((open, at) => open !== states[at - 1])).toEqual([false, true, false]);
    for (const [at, span] of spans.entries()) {
      if (at > 0) expect(span.from).toBe(spans[at - 1]?.to);
      expect(span.differs).toBe(false);
    }
  });

  test('a pause and its end are in it', async () => {
    const grantId = await share();
    await network.as(dana).consent.pause({ caseId, grantId });
    await network.as(dana).consent.resume({ caseId, grantId });
    const states = await openness();
    expect(states.filter((open, at) => open !== states[at - 1])).toEqual([false, true, false, true]);
  });

  test('on the day before everything it was closed', async () => {
    await share();
    expect(await openness({ day: inDays(-2) })).toEqual([false]);
  });

  test('a colleague of the agency who is on the case reads its own items', async () => {
    expect(await last({ staffId: dana.staffId })).toMatchObject({ open: true, reason: 'BY_OWN_CUSTODY' });
  });

  test('says the permission, the rules that were asked, the version, and what would open it', async () => {
    const grantId = await share();
    const { spans, bases } = await ask();
    expect(spans.at(-1)).toMatchObject({
      open: true,
      reason: 'BY_CONSENT',
      consents: [grantId],
      policyVersion: 'ZZ 1',
      cures: [],
    });
    expect(spans[0]).toMatchObject({ open: false, firstFailing: expect.anything() });
    expect(bases).toMatchObject([
      { id: grantId, recipient: 'ortiz, Town Police', categories: ['case-plan'] },
    ]);
    expect(await last({ what: { is: 'kind', kind: 'appointments' } })).toMatchObject({
      open: false,
      reason: 'NO_BASIS',
      cures: ['permission'],
    });
  });

  test('of one item: from when it was written, by its own kinds', async () => {
    await share();
    const { itemId } = await network
      .as(dana)
      .cases.addNote({ caseId, category: 'case-plan', facts: 'Swims' });
    const item = { is: 'item', itemId } as const;
    const { spans, kinds } = await ask({ what: item });
    expect(kinds).toEqual(['case-plan']);
    expect(spans.filter(({ reason }) => reason === 'NO_ITEM')).toMatchObject([{ open: false }]);
    expect(spans.at(-1)?.open).toBe(true);
  });

  test('says when they opened it that day', async () => {
    await share();
    await network.as(dana).cases.addGoal({ caseId, ownWords: 'Learn to swim' });
    await network.as(ortiz).cases.open({ caseId });
    expect((await ask()).opened).toHaveLength(1);
    expect((await ask({ staffId: sosa.staffId })).opened).toEqual([]);
  });
});

describe('what is learnt later changes no answer', () => {
  const during = async () => (await ask()).spans.filter(({ open }) => open).length;

  test('facts about an agency, a birthday, a restriction, a job that has ended', async () => {
    await share();
    expect(await during()).toBe(1);
    const before = (await ask()).spans.slice(0, -1);
    await network.owner(async (sql) => {
      await sql`update agency set covered_entity = true, shareable_mask = 0 where id = ${dana.agencyId}`;
      await sql`update young_fact set born_on = '1990-01-01' where case_id = ${caseId}`;
    });
    const after = (await ask()).spans;
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.at(-1)?.open).toBe(false);
    expect(await during()).toBe(1);
    await network.owner(
      (sql) => sql`update agency set covered_entity = false, shareable_mask = 9223372036854775807
      where id = ${dana.agencyId}`,
    );
  });

  test('what a change had closed stays closed when the change is taken back, and the answer says so', async () => {
    await share();
    await network.owner(async (sql) => {
      await sql`update agency set shareable_mask = 0 where id = ${dana.agencyId}`;
      await sql`update agency set shareable_mask = 9223372036854775807 where id = ${dana.agencyId}`;
    });
    expect(await last()).toMatchObject({ open: false, differs: true });
  });

  test('nobody that the product runs as reads or changes a version', async () => {
    const deeds = ['select', 'insert', 'update', 'delete'] as const;
    const rights = await network.owner(
      (sql) => sql<{ deed: string }[]>`select deed from unnest(${[...deeds]}::text[]) deed
        where has_table_privilege('accord_runtime', 'accord.past_fact', deed)`,
    );
    expect(rights).toEqual([]);
  });

  test('a case that is erased takes its versions along', async () => {
    await share();
    const left = await network.owner(async (sql) => {
      await sql`delete from case_item_body where case_id = ${caseId}`;
      await sql`delete from case_file where id = ${caseId}`;
      return sql`select from past_fact where case_id = ${caseId}`;
    });
    expect(left).toHaveLength(0);
  });
});

describe('it is for whoever supervises the case for the agency that holds the item', () => {
  test('not for the worker, a recipient, or a supervisor elsewhere; for them it is not there', async () => {
    await share();
    await network.assign(caseId, sosa, 'supervision');
    for (const who of [dana, ortiz, sosa]) {
      expect(await refusalOf(network.as(who).answers.ask(await about()))).toBe('NOT_FOUND');
      expect(await refusalOf(network.as(who).answers.choices({ caseId }))).toBe('NOT_FOUND');
      expect((await network.as(who).answers.cases()).cases).toEqual([]);
    }
    expect((await network.as(stan).answers.cases()).cases.map((each) => each.caseId)).toContain(caseId);
  });

  test('not for whom a permission lets write here, whatever it made of them', async () => {
    await network.share(dana, caseId, { as: sosa, mayWrite: true }, ['case-plan']);
    expect(await refusalOf(network.as(sosa).answers.choices({ caseId }))).toBe('NOT_FOUND');
  });

  test('nor for a supervisor whom the young person keeps out', async () => {
    await network.asYouth(young).mine.keepOut({ staffId: stan.staffId });
    expect(await refusalOf(ask())).toBe('NOT_FOUND');
  });

  test('of another agency’s items it tells nothing', async () => {
    const all = await network.database.withActor(
      sosa,
      { purpose: 'care-plan-coordination', cases: [caseId] },
      (tx) => tx`select on_record(${caseId}, now(), 'UTC') as recorded,
        (select count(*) from turning_points(${caseId}, '-infinity', 'infinity', 10)) as turns`,
    );
    expect(all[0]).toMatchObject({ recorded: null, turns: 0n });
  });

  test('a day to come, a person whom nobody knows, an item of somebody else: each is named', async () => {
    expect(await refusalOf(ask({ day: inDays(3) }))).toBe('BAD_INPUT');
    expect(await refusalOf(ask({ staffId: caseId as unknown as StaffActor['staffId'] }))).toBe('BAD_INPUT');
    const itemId = caseId as unknown as Extract<AnswerInput['what'], { is: 'item' }>['itemId'];
    expect(await refusalOf(ask({ what: { is: 'item', itemId } }))).toBe('NOT_FOUND');
  });

  test('the asking is a line that the young person reads, under the rules of that day', async () => {
    await ask();
    const { looks } = await network.asYouth(young).mine.looks();
    expect(looks[0]).toMatchObject({ who: 'stan', action: 'checked', what: ['case-plan'] });
    const [line] = await network.owner(
      (sql) => sql`select policy_version from ledger_entry where case_id = ${caseId} and action = 'checked'`,
    );
    expect(line).toMatchObject({ policy_version: 'ZZ 1' });
  });
});

describe('the accounting of disclosures', () => {
  const accounting = (list: 'all' | 'hipaa' | 'part2', who = stan) =>
    network.as(who).answers.accounting({ caseId, list });
  const read = async () => {
    await network.as(dana).cases.addGoal({ caseId, ownWords: 'Learn to swim' });
    await network.as(ortiz).cases.open({ caseId });
  };

  test('a line for each reading of another agency: who, what, what for, on what it stood, by which rules', async () => {
    const grantId = await share();
    await read();
    await network.as(dana).cases.open({ caseId });
    const { lines, isCut, since, until } = await accounting('all');
    expect(lines).toMatchObject([
      {
        how: 'opened',
        recipient: { name: 'ortiz', agency: 'Town Police' },
        kinds: ['case-plan'],
        purpose: 'care-plan-coordination',
        bases: [{ kind: 'consent', id: grantId }],
        policyVersion: 'ZZ 1',
      },
    ]);
    expect(isCut).toBe(false);
    expect(new Date(until).getFullYear() - new Date(since).getFullYear()).toBe(6);
    expect((await accounting('hipaa')).lines).toEqual([]);
  });

  test('what it stood on then is said when it was stopped since', async () => {
    const grantId = await share();
    await read();
    await network.as(dana).consent.stop({ caseId, grantId });
    expect((await accounting('all')).lines[0]?.bases).toEqual([{ kind: 'consent', id: grantId }]);
  });

  test('H-21: a report that was made is accounted for, opened or not', async () => {
    await network.as(dana).bases.record({
      caseId,
      kind: 'mandate',
      duty: 'MR-1',
      recipient: { kind: 'staff', staffId: ortiz.staffId },
      categories: ['id-core'],
      purposes: ['investigation'],
      number: 'R-2026-17',
      issuedOn: inDays(-1),
      endsOn: inDays(5),
      told: 'in-person',
    });
    expect((await accounting('hipaa')).lines).toMatchObject([
      { how: 'reported', kinds: ['id-core'], bases: [{ kind: 'mandate' }] },
    ]);
  });

  test('as AuditEvents it names agencies and codes, and no young person', async () => {
    await share();
    await read();
    const { json } = await network.as(stan).answers.auditEvents({ caseId });
    const bundle = JSON.parse(json) as { entry: { resource: { resourceType: string; entity: unknown[] } }[] };
    expect(bundle.entry.map(({ resource }) => resource.resourceType)).toEqual(['AuditEvent']);
    expect(json).not.toContain('Robin');
    expect(json).not.toContain('swim');
  });

  test('it is for nobody but whoever answers for the case', async () => {
    for (const who of [dana, ortiz, sosa]) {
      expect(await refusalOf(accounting('all', who))).toBe('NOT_FOUND');
      expect(await refusalOf(network.as(who).answers.auditEvents({ caseId }))).toBe('NOT_FOUND');
    }
  });
});
