import { maskOf } from '@accord/consent';
import type { CaseId, GrantId, StaffActor, YouthActor } from '@accord/kernel';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { inDays, Network, SIGNATURE } from '../support/network.ts';
import { refusalOf, sqlStateOf } from '../support/refused.ts';

// Renewing in one sitting: the same again with a signature of its own, and never two papers where one stop is said.

let network: Network;
let dana: StaffActor;
let stan: StaffActor;
let ortiz: StaffActor;
let sosa: StaffActor;
let young: YouthActor;
let caseId: CaseId;
let goals: GrantId;
let visits: GrantId;

beforeAll(async () => {
  network = await Network.start();
  const welfare = await network.addAgency('County Welfare', 'child-welfare');
  dana = await network.addStaff(welfare, 'Dana');
  stan = await network.addStaff(welfare, 'Stan');
  ortiz = await network.addStaff(await network.addAgency('Town Police', 'law-enforcement'), 'Ortiz');
  sosa = await network.addStaff(await network.addAgency('River Clinic', 'mental-health'), 'Sosa');
});
afterAll(() => network.close());

beforeEach(async () => {
  ({ caseId, young } = await network.openCase(dana, 'Robin'));
  await network.assign(caseId, stan, 'supervision');
  await network.as(dana).cases.addGoal({ caseId, ownWords: 'Learn to swim' });
  await network.as(dana).cases.addNote({ caseId, category: 'appointments', facts: 'Dentist on Monday' });
  goals = await network.share(dana, caseId, { as: ortiz, days: 5 }, ['case-plan', 'appointments']);
  visits = await network.share(dana, caseId, { as: sosa, days: 9 }, ['appointments']);
});

const open = (who = dana) => network.as(who).renewal.open({ caseId });
const sign = (grantIds: GrantId[], changes: { endsOn?: string } = {}, who = dana) =>
  network.as(who).renewal.sign({
    caseId,
    endsOn: inDays(60),
    yes: grantIds.map((grantId) => ({ grantId, initials: [] })),
    ...SIGNATURE,
    ...changes,
  });
const opens = async (who: StaffActor): Promise<number> => {
  const answer = await network
    .as(who)
    .cases.open({ caseId })
    .catch(() => null);
  return answer?.items.length ?? 0;
};
const permissions = async () => (await network.as(dana).consent.list({ caseId })).permissions;
const rows = (grantId: GrantId) =>
  network.owner(
    (sql) => sql`select from effective_access where basis_id = ${grantId}
    union all select from key_wrap where basis_id = ${grantId}`,
  );

test('what ends soon is asked for in one sitting, the next one first, each with what would be seen', async () => {
  await network.share(dana, caseId, { as: sosa, days: 200 }, ['case-plan']);
  const { same, changed, mayRenew } = await open();
  expect(same.map(({ permission, preview }) => [permission.grantId, preview.length])).toEqual([
    [goals, 2],
    [visits, 1],
  ]);
  expect([changed, mayRenew]).toEqual([[], true]);
  expect((await open(stan)).mayRenew).toBe(false);
  expect(await refusalOf(open(ortiz))).toBe('NOT_FOUND');
});

test('each yes is a paper of its own with a signature, and all have one end', async () => {
  const { permissions: signed } = await sign([goals, visits]);
  expect(signed.map(({ state, endsOn, isRenewed, need }) => [state, endsOn, isRenewed, need])).toEqual([
    ['active', inDays(60), false, expect.any(String)],
    ['active', inDays(60), false, expect.any(String)],
  ]);
  expect([await opens(ortiz), await opens(sosa)]).toEqual([2, 1]);
  const old = (await permissions()).filter(({ grantId }) => grantId === goals || grantId === visits);
  expect(old.map(({ state, isRenewed }) => [state, isRenewed])).toEqual([
    ['ended', true],
    ['ended', true],
  ]);
  expect(await rows(goals)).toEqual([]);
  const { looks } = await network.asYouth(young).mine.looks();
  expect(looks.filter(({ action }) => action === 'shared')).toHaveLength(3);
});

test('one stop is enough: nothing of the old paper opens anything', async () => {
  await sign([goals]);
  const renewed = (await permissions()).find(
    ({ recipient, state }) => recipient.name === 'Ortiz' && state === 'active',
  );
  await network.as(dana).consent.stop({ caseId, grantId: renewed?.grantId as GrantId });
  expect(await opens(ortiz)).toBe(0);
});

test('whoever stops or pauses the old one, as their page still shows it, ends what goes on', async () => {
  await sign([goals, visits]);
  await network.asYouth(young).mine.stop({ grantId: goals });
  expect(await opens(ortiz)).toBe(0);
  await network.as(dana).consent.pause({ caseId, grantId: visits });
  expect(await opens(sosa)).toBe(0);
});

test('a stop by phone that names the old one ends what goes on', async () => {
  await sign([goals]);
  const what = { is: 'permission' as const, grantId: goals };
  const { stopped } = await network.as(dana).consent.recordStop({ caseId, cameBy: 'phone', what });
  expect(stopped.map(({ name }) => name)).toEqual(['Ortiz']);
  expect(await opens(ortiz)).toBe(0);
});

test('a stop that comes at the same moment as a renewal wins, whichever is first', async () => {
  await Promise.all([network.asYouth(young).mine.stop({ grantId: goals }), sign([goals]).catch(() => null)]);
  expect(await opens(ortiz)).toBe(0);
});

test('what was read before the renewal is named when the new one is stopped', async () => {
  await opens(ortiz);
  await sign([goals]);
  const renewed = (await permissions()).find(
    ({ recipient, state }) => recipient.name === 'Ortiz' && state === 'active',
  );
  const { out } = await network.as(dana).consent.stop({ caseId, grantId: renewed?.grantId as GrantId });
  expect(out.map(({ kind }) => kind)).toEqual(['case-plan', 'appointments']);
});

test('who could see it on a day before the renewal is still answered', async () => {
  await network.owner(
    (sql) => sql`update consent_grant set valid_from = now() - interval '3 days' where id = ${goals}`,
  );
  await sign([goals]);
  const seen = await network.database.withActor(
    dana,
    { purpose: 'care-plan-coordination', cases: [caseId] },
    (tx) => tx<{ inForce: boolean; mask: bigint }[]>`
      select in_force as "inForce", see_mask as mask from who_sees(${caseId}, now() - interval '1 day')
      where basis_id = ${goals}`,
  );
  expect(seen).toEqual([{ inForce: true, mask: maskOf(['case-plan', 'appointments']) }]);
});

test('only what is left is renewed: a kind that was stopped stays stopped', async () => {
  await network.as(dana).consent.stop({ caseId, grantId: goals, categories: ['appointments'] });
  const { permissions: signed } = await sign([goals]);
  expect(signed.map(({ categories }) => categories)).toEqual([['case-plan']]);
  expect(await opens(ortiz)).toBe(1);
});

test('what is paused, for whatever reason, is not renewed, and neither are the others of that sitting', async () => {
  await network.asYouth(young).mine.mark({ grantId: goals });
  expect((await open()).changed.map(({ why }) => why)).toEqual(['paused']);
  expect(await refusalOf(sign([visits, goals]))).toBe('CONFLICT');
  expect((await permissions()).filter(({ state }) => state === 'active')).toHaveLength(1);
});

test('a recipient who has left is told of as a change, and gets nothing new', async () => {
  await network.owner((sql) => sql`update staff set ended_at = now() where id = ${sosa.staffId}`);
  expect((await open()).changed.map(({ why, permission }) => [why, permission.grantId])).toEqual([
    ['left', visits],
  ]);
  expect(await refusalOf(sign([visits]))).toBe('CONFLICT');
  await network.owner((sql) => sql`update staff set ended_at = null where id = ${sosa.staffId}`);
});

test('where its words have changed since it is not the same: nobody signs words that they were not shown', async () => {
  await network.owner(
    (sql) => sql`insert into protocol_version (protocol_id, number, status, made_by, published_at)
      select protocol_id, number + 1, 'published', made_by, now() from protocol_version
      where (protocol_id, number) in (select paper, paper_version from consent_grant where id = ${goals})`,
  );
  const { same, changed } = await open();
  expect(same).toEqual([]);
  expect(changed.map(({ permission, why }) => [permission.grantId, why])).toEqual([
    [goals, 'paper'],
    [visits, 'paper'],
  ]);
  expect(await refusalOf(sign([goals]))).toBe('CONFLICT');
  await network.owner((sql) => sql`delete from protocol_version where number = 2`);
});

test('who says no is not asked again, and what they had goes on until its own end', async () => {
  await network.as(dana).renewal.decline({ caseId, grantId: goals });
  expect((await open()).changed.map(({ why }) => why)).toEqual(['said-no']);
  const { waiting } = await network.as(dana).consent.inbox();
  const ends = waiting.flatMap((each) =>
    each.is === 'ending' && each.caseId === caseId ? [each.grantId] : [],
  );
  expect(ends).toEqual([visits]);
  expect(await opens(ortiz)).toBe(2);
  expect(await refusalOf(network.as(ortiz).renewal.decline({ caseId, grantId: goals }))).toBe('NOT_FOUND');
});

test('a day that is over or too far signs nothing', async () => {
  for (const endsOn of [inDays(-2), inDays(500)])
    expect(await refusalOf(sign([goals], { endsOn }))).toBe('BAD_INPUT');
  expect((await permissions()).filter(({ isRenewed }) => isRenewed)).toEqual([]);
});

test('a supervisor and a recipient sign nothing, and one permission is renewed once', async () => {
  expect(await refusalOf(sign([goals], {}, stan))).toBe('NOT_FOUND');
  expect(await refusalOf(sign([goals], {}, ortiz))).toBe('NOT_FOUND');
  expect(await refusalOf(sign([goals, goals]))).toBe('CONFLICT');
  await sign([goals]);
  expect(await refusalOf(sign([goals]))).toBe('NOT_FOUND');
});

test('the database takes no paper in place of another that opens more, or is not signed', async () => {
  const wider = await network.share(dana, caseId, { as: sosa }, ['appointments', 'case-plan']);
  const replace = (before: GrantId, after: GrantId) =>
    sqlStateOf(network, dana, caseId, (tx) => tx`select replace_grant(${before}, ${after})`);
  expect(await replace(visits, wider)).toBe('AC403');
  expect(await replace(visits, visits)).toBe('AC403');
  expect(await replace(visits, goals)).toBe('AC403');
  expect(await replace(wider, visits)).toBe('ALLOWED');
  expect(await replace(wider, visits)).toBe('AC409');
});
