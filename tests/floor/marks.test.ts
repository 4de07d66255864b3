import type { MarkId } from '@accord/consent';
import type { Actor, AdvisorActor, CaseId, GrantId, StaffActor, YouthActor } from '@accord/kernel';
import type { Tx } from '@accord/rpc';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Network } from '../support/network.ts';
import { refusalOf } from '../support/refused.ts';

// "This may not have been their own choice": it closes like a pause, stays closed, and nobody else can tell.

let network: Network;
let dana: StaffActor;
let stan: StaffActor;
let olga: StaffActor;
let ortiz: StaffActor;
let sosa: StaffActor;
let advisor: AdvisorActor;
let young: YouthActor;
let caseId: CaseId;
let grantId: GrantId;

beforeAll(async () => {
  network = await Network.start();
  const welfare = await network.addAgency('County Welfare', 'child-welfare');
  dana = await network.addStaff(welfare, 'Dana');
  stan = await network.addStaff(welfare, 'Stan');
  olga = await network.addStaff(welfare, 'Olga');
  ortiz = await network.addStaff(await network.addAgency('Town Police', 'law-enforcement'), 'Ortiz');
  sosa = await network.addStaff(await network.addAgency('River Clinic', 'mental-health'), 'Sosa');
  advisor = await network.addAdvisor('Ada');
});
afterAll(() => network.close());

beforeEach(async () => {
  ({ caseId, young } = await network.openCase(dana, 'Robin'));
  await network.assign(caseId, stan, 'supervision');
  await network.as(dana).cases.addGoal({ caseId, ownWords: 'Learn to swim' });
  await network.share(dana, caseId, { as: sosa, mayWrite: true }, ['case-plan']);
  grantId = await network.share(dana, caseId, { as: ortiz }, ['case-plan']);
});

const mark = (who = dana) => network.as(who).marks.mark({ caseId, grantId });
const markMine = () => network.asYouth(young).mine.mark({ grantId });
const stop = () => network.as(dana).consent.stop({ caseId, grantId });
const list = async (who = dana) => (await network.as(who).marks.list({ caseId })).marks;
const openMark = async (): Promise<MarkId> => {
  const found = (await list()).find(({ settled }) => settled === null);
  if (!found) throw new RangeError('no open mark');
  return found.markId;
};
const settle = async (outcome: 'own-choice' | 'not-own-choice', who = dana) =>
  network.as(who).marks.settle({ caseId, markId: await openMark(), outcome });
const stateOf = async () =>
  (await network.as(dana).consent.list({ caseId })).permissions.find((each) => each.grantId === grantId)
    ?.state;
const opens = (who: StaffActor) => refusalOf(network.as(who).cases.open({ caseId }));
const under = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) =>
  network.database.withActor(
    actor,
    { purpose: actor.kind === 'youth' ? 'self-access' : 'care-plan-coordination', cases: [caseId] },
    work,
  );

describe('a marked permission', () => {
  test.each([
    ['a worker', () => mark()],
    ['a supervisor', () => mark(stan)],
    ['the young person', () => markMine()],
  ])('closes at once when %s says so, with rows and keys', async (_who, act) => {
    expect(await opens(ortiz)).toBe('ALLOWED');
    await act();
    expect(await opens(ortiz)).toBe('NOT_FOUND');
    expect(await stateOf()).toBe('paused');
    for (const table of ['effective_access', 'key_wrap'] as const)
      expect(
        await network.owner((sql) => sql`select from ${sql(table)} where basis_id = ${grantId}`),
      ).toHaveLength(0);
  });

  test('is started again by nobody before it is settled', async () => {
    await mark();
    expect(await refusalOf(network.as(dana).consent.resume({ caseId, grantId }))).toBe('CONFLICT');
    expect(await refusalOf(network.asYouth(young).mine.resume({ grantId }))).toBe('CONFLICT');
    expect(await opens(ortiz)).toBe('NOT_FOUND');
  });

  test('one that was paused before can be marked too, and then stays closed', async () => {
    await network.as(dana).consent.pause({ caseId, grantId });
    await markMine();
    expect(await refusalOf(network.as(dana).consent.resume({ caseId, grantId }))).toBe('CONFLICT');
  });

  test('their own choice after all: it does not start by itself, and can be started', async () => {
    await mark();
    await settle('own-choice');
    expect(await opens(ortiz)).toBe('NOT_FOUND');
    await network.as(dana).consent.resume({ caseId, grantId });
    expect(await opens(ortiz)).toBe('ALLOWED');
  });

  test('not their own choice: it is stopped for good', async () => {
    await markMine();
    await settle('not-own-choice', stan);
    expect(await stateOf()).toBe('stopped');
    expect(await refusalOf(network.as(dana).consent.resume({ caseId, grantId }))).toBe('CONFLICT');
  });

  test('is settled once', async () => {
    await mark();
    const markId = await openMark();
    await settle('own-choice');
    const again = network.as(dana).marks.settle({ caseId, markId, outcome: 'not-own-choice' });
    expect(await refusalOf(again)).toBe('CONFLICT');
    expect(await stateOf()).toBe('paused');
  });

  test('two marks at once are one, and answer the same', async () => {
    expect(await Promise.all([refusalOf(mark()), refusalOf(markMine())])).toContain('ALLOWED');
    expect(await list()).toHaveLength(1);
    expect(await refusalOf(markMine())).toBe('ALLOWED');
    expect(await list()).toHaveLength(1);
  });
});

describe('a marked stop', () => {
  test('stays closed, whatever they say of it', async () => {
    await stop();
    await mark();
    expect((await list())[0]).toMatchObject({ about: 'stop', markedBy: 'Dana', settled: null });
    expect(await opens(ortiz)).toBe('NOT_FOUND');
    await settle('not-own-choice');
    expect(await opens(ortiz)).toBe('NOT_FOUND');
    expect(await stateOf()).toBe('stopped');
  });

  test('can be followed by a new signature, and by nothing less', async () => {
    await stop();
    await markMine();
    expect(await refusalOf(network.as(dana).consent.resume({ caseId, grantId }))).toBe('CONFLICT');
    await settle('not-own-choice');
    await network.share(dana, caseId, { as: ortiz }, ['case-plan']);
    expect(await opens(ortiz)).toBe('ALLOWED');
  });
});

describe('nobody else can tell', () => {
  /** What each of them gets from everything that could tell. */
  async function everything(who: StaffActor) {
    const as = network.as(who);
    const calls = [
      as.cases.open({ caseId }),
      as.cases.list(),
      as.consent.list({ caseId }),
      as.consent.whoSeesWhat({ caseId }),
      as.consent.inbox(),
      as.identity.colleagues(),
    ];
    const answers = await Promise.all(
      calls.map((call: Promise<unknown>) => call.catch((error: unknown) => String(error))),
    );
    // A page knows when it was read; nothing else differs by the clock.
    return JSON.stringify(answers).replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z|"mark":"[^"]*"/g, '');
  }

  test('to its recipient, a marked permission is one that was paused', async () => {
    await network.as(dana).consent.pause({ caseId, grantId });
    const paused = await everything(ortiz);
    await network.as(dana).consent.resume({ caseId, grantId });
    await mark();
    expect(await everything(ortiz)).toBe(paused);
  });

  test('to another agency on the case, nothing has changed', async () => {
    const before = await everything(sosa);
    await mark();
    expect(await everything(sosa)).toBe(before);
    expect((await list(sosa)).length).toBe(0);
  });

  test('on the young person’s own page it is a pause and nothing else', async () => {
    await network.as(dana).consent.pause({ caseId, grantId });
    const strip = (value: unknown) => JSON.stringify(value).replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '');
    const mine = network.asYouth(young).mine;
    const paused = strip((await mine.permissions()).permissions);
    await network.as(dana).consent.resume({ caseId, grantId });
    const looks = (await mine.looks()).looks.length;
    await mark();
    expect(strip((await mine.permissions()).permissions)).toBe(paused);
    const after = (await mine.looks()).looks;
    expect(after.length).toBe(looks + 1);
    expect(after[0]?.action).toBe('paused');
  });

  test('no other agency, recipient, colleague who is not on the case, or young person lists, marks or settles', async () => {
    await mark();
    const markId = await openMark();
    for (const actor of [olga, ortiz]) {
      expect(await refusalOf(network.as(actor).marks.list({ caseId }))).toBe('NOT_FOUND');
    }
    for (const actor of [olga, ortiz, sosa]) {
      expect(await refusalOf(mark(actor))).toBe('NOT_FOUND');
      const settled = network.as(actor).marks.settle({ caseId, markId, outcome: 'own-choice' });
      expect(await refusalOf(settled)).toBe('NOT_FOUND');
    }
    const { young: sam } = await network.openCase(dana, 'Sam');
    expect(await refusalOf(network.asYouth(sam).mine.mark({ grantId }))).toBe('NOT_FOUND');
  });

  test('and under the procedures neither: not one row, not by the functions', async () => {
    await mark();
    const markId = await openMark();
    expect(await under(dana, (tx) => tx`select from coercion_mark`)).toHaveLength(1);
    for (const actor of [olga, ortiz, sosa, young])
      expect(await under(actor, (tx) => tx`select from coercion_mark`)).toHaveLength(0);
    expect(await refusalOf(under(advisor, (tx) => tx`select from coercion_mark`))).toBe('INTERNAL');
    for (const actor of [olga, ortiz, sosa, young]) {
      const byHand = under(actor, (tx) => tx`select settle_mark(${markId}, 'own-choice', ${randomUUID()})`);
      expect(await refusalOf(byHand)).toBe('NOT_FOUND');
    }
  });
});

test('a draft, and what is over by its date, are not marked', async () => {
  await network.owner(
    (
      sql,
    ) => sql`update consent_grant set valid_from = now() - interval '2 days', valid_to = now() - interval '1 day'
      where id = ${grantId}`,
  );
  expect(await refusalOf(mark())).toBe('CONFLICT');
  await network.owner((sql) => sql`update consent_grant set status = 'draft' where id = ${grantId}`);
  expect(await refusalOf(mark())).toBe('NOT_FOUND');
});
