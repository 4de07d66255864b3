import { type CaseId, newId, StaffId, type StaffActor, type YouthActor } from '@accord/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Network } from '../support/network.ts';
import { refusalOf } from '../support/refused.ts';

/** Whom a young person keeps out: theirs to say, at once, against everything, and known to nobody else. */
let network: Network;
let dana: StaffActor;
let sosa: StaffActor;
let young: YouthActor;
let other: YouthActor;
let caseId: CaseId;

beforeAll(async () => {
  network = await Network.start();
  dana = await network.addStaff(await network.addAgency('County Welfare', 'child-welfare'), 'Dana');
  sosa = await network.addStaff(await network.addAgency('Riverbend', 'mental-health'), 'Elena');
  ({ caseId, young } = await network.openCase(dana, 'Robin'));
  other = (await network.openCase(dana, 'Sam')).young;
  await network.as(dana).cases.addGoal({ caseId, ownWords: 'Learn to swim' });
  await network.share(dana, caseId, { as: sosa, mayWrite: true }, ['case-plan']);
  await network.as(sosa).cases.addNote({ caseId, category: 'mh-record', facts: 'Talked about swimming.' });
});
afterAll(() => network.close());

const mine = () => network.asYouth(young).mine;
const opens = (who: StaffActor) => refusalOf(network.as(who).cases.open({ caseId }));

test('nobody is kept out to begin with, and everybody who works here can be', async () => {
  const { people, others } = await mine().keptOut();
  expect(people).toEqual([]);
  expect(others.map(({ name, agency }) => [name, agency])).toEqual([
    ['Dana', 'County Welfare'],
    ['Elena', 'Riverbend'],
  ]);
});

test('it acts on the next read, against a permission and against their own records', async () => {
  expect(await opens(sosa)).toBe('ALLOWED');
  await mine().keepOut({ staffId: sosa.staffId });
  expect(await opens(sosa)).toBe('NOT_FOUND');
  expect((await network.as(sosa).cases.list()).cases).toEqual([]);
  const note = { caseId, category: 'mh-record', facts: 'More.' } as const;
  expect(await refusalOf(network.as(sosa).cases.addNote(note))).toBe('NOT_FOUND');
  expect((await mine().keptOut()).people.map(({ name }) => name)).toEqual(['Elena']);
  // Their own list says so, and nobody else's does.
  expect((await mine().permissions()).permissions.map(({ keptOut }) => keptOut)).toEqual([true]);
  const { permissions } = await network.as(dana).consent.list({ caseId });
  expect(permissions.map(({ keptOut }) => keptOut)).toEqual([false]);
});

test('saying it twice is saying it once', async () => {
  await mine().keepOut({ staffId: sosa.staffId });
  expect((await mine().keptOut()).people).toHaveLength(1);
});

test('it opens to nobody else, and no other case moves', async () => {
  expect(await opens(dana)).toBe('ALLOWED');
  expect((await network.asYouth(other).mine.keptOut()).people).toEqual([]);
  expect(await refusalOf(network.asYouth(other).mine.letBack({ staffId: sosa.staffId }))).toBe('NOT_FOUND');
});

test('only the young person lets them back, and then what still holds is open', async () => {
  await mine().letBack({ staffId: sosa.staffId });
  expect(await opens(sosa)).toBe('ALLOWED');
  expect((await mine().keptOut()).people).toEqual([]);
  expect(await refusalOf(mine().letBack({ staffId: sosa.staffId }))).toBe('NOT_FOUND');
});

test('what was stopped meanwhile stays stopped', async () => {
  await mine().keepOut({ staffId: sosa.staffId });
  const [grant] = (await mine().permissions()).permissions;
  if (!grant) throw new Error('nothing is shared');
  await mine().stop({ grantId: grant.grantId });
  await mine().letBack({ staffId: sosa.staffId });
  const page = await network.as(sosa).cases.open({ caseId });
  expect(page.items.map(({ kind }) => kind)).toEqual(['note']);
});

test('a restriction of somebody else’s is not theirs to lift', async () => {
  await network.owner(
    (sql) => sql`insert into access_denial (id, case_id, target_kind, target_id, categories)
      values (${newId(StaffId)}, ${caseId}, 'staff', ${sosa.staffId}, 1)`,
  );
  expect(await refusalOf(mine().letBack({ staffId: sosa.staffId }))).toBe('NOT_FOUND');
});

test('a stranger, and somebody who has left, cannot be named', async () => {
  expect(await refusalOf(mine().keepOut({ staffId: newId(StaffId) }))).toBe('NOT_FOUND');
  await network.owner((sql) => sql`update staff set ended_at = now() where id = ${sosa.staffId}`);
  expect(await refusalOf(mine().keepOut({ staffId: sosa.staffId }))).toBe('NOT_FOUND');
  expect((await mine().keptOut()).others.map(({ name }) => name)).toEqual(['Dana']);
});

test('staff read no such list and set nothing in it', async () => {
  const asDana = (work: 'keep_out' | 'let_back' | 'kept_out') =>
    network.database.withActor(dana, { purpose: 'care-plan-coordination', cases: [caseId] }, async (tx) => {
      if (work === 'kept_out') return (await tx`select * from kept_out(${caseId})`).length;
      if (work === 'let_back') return tx`select let_back(${caseId}, ${sosa.staffId})`;
      return tx`select keep_out(${caseId}, ${sosa.staffId}, ${newId(StaffId)})`;
    });
  expect(await asDana('kept_out')).toBe(0);
  expect(await refusalOf(asDana('keep_out'))).toBe('NOT_FOUND');
  expect(await refusalOf(asDana('let_back'))).toBe('NOT_FOUND');
});
