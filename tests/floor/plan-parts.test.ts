import type { CasePage } from '@accord/cases';
import type { CaseId, ItemId, StaffActor, YouthActor } from '@accord/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Network } from '../support/network.ts';
import { refusalOf } from '../support/refused.ts';

// Strengths, needs, worries and what they look after, on the floor: one world for the file.

let network: Network;
let dana: StaffActor;
let cora: StaffActor;
let olga: StaffActor;
let ortiz: StaffActor;
let sosa: StaffActor;
let young: YouthActor;
let caseId: CaseId;

beforeAll(async () => {
  network = await Network.start();
  const [welfare, police, clinic] = [
    await network.addAgency('County Welfare', 'child-welfare'),
    await network.addAgency('Town Police', 'law-enforcement'),
    await network.addAgency('River Clinic', 'mental-health'),
  ];
  dana = await network.addStaff(welfare, 'Dana');
  cora = await network.addStaff(welfare, 'Cora');
  olga = await network.addStaff(welfare, 'Olga');
  ortiz = await network.addStaff(police, 'Ortiz');
  sosa = await network.addStaff(clinic, 'Sosa');
  ({ caseId, young } = await network.openCase(dana, 'Robin'));
  await network.assign(caseId, cora, 'assigned');
  await network.share(dana, caseId, { as: ortiz }, ['case-plan']);
  await network.share(dana, caseId, { as: sosa, mayWrite: true }, ['case-plan', 'mh-record']);
});
afterAll(() => network.close());

const pageOf = (reader: StaffActor): Promise<CasePage> => network.as(reader).cases.open({ caseId });
const add = async (entry: string, ownWords: string, rating?: 'now' | 'plan', by = dana): Promise<ItemId> => {
  const input = { caseId, entry, ownWords, ...(rating ? { rating } : {}) };
  return (await network.as(by).plans.add(input)).itemId;
};
const has = (page: CasePage, itemId: ItemId) => page.items.find((item) => item.itemId === itemId);

test('the entry decides the kind of data, and so who sees it; what is quiet leaves nothing behind', async () => {
  const plain = await add('getting-around', 'The bus is dear', 'now');
  const worry = await add('worry', 'I lie awake', 'now');
  const sentAway = await add('deportation', 'That they send us away');
  expect(has(await pageOf(sosa), worry)).toMatchObject({ kind: 'need', categories: ['mh-record'] });
  const police = await pageOf(ortiz);
  expect(has(police, plain)).toMatchObject({ content: { is: 'open' }, mayEdit: false });
  expect([has(police, worry), has(police, sentAway), has(await pageOf(sosa), sentAway)]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(has(await pageOf(cora), sentAway)).toMatchObject({ kind: 'fear', categories: ['immigration'] });
});

test('a goal toward a need is never more open than the need, whoever writes it', async () => {
  const worry = await add('worry', 'Nights are long', 'plan');
  const goal = { caseId, ownWords: 'Sleep through', needId: worry, family: 'treatment' as const };
  const { itemId: ours } = await network.as(sosa).cases.addGoal(goal);
  expect(has(await pageOf(dana), ours)).toBeUndefined();
  expect(has(await pageOf(sosa), ours)).toMatchObject({
    parentId: worry,
    categories: ['case-plan', 'mh-record'],
    content: { body: { family: 'treatment' } },
  });
  const { itemId: theirs } = await network.as(dana).cases.addGoal(goal);
  expect(has(await pageOf(ortiz), theirs)).toBeUndefined();
  expect(await refusalOf(network.as(ortiz).cases.addGoal(goal))).toBe('NOT_FOUND');
});

test('no goal stands under what is no need, and under no need of another case', async () => {
  const strength = await add('keeps-going', 'I do not give up');
  const other = await network.openCase(dana, 'Sam');
  const toward = (needId: ItemId, of = caseId) =>
    refusalOf(network.as(dana).cases.addGoal({ caseId: of, ownWords: 'x', needId }));
  expect(await toward(strength)).toBe('NOT_FOUND');
  expect(await toward(await add('work', 'A job', 'plan'), other.caseId)).toBe('NOT_FOUND');
});

test('new words are a new version; both are kept, for the people on the case there and nobody else', async () => {
  const itemId = await add('steady-home', 'Not that house', 'now');
  const words = { caseId, itemId, ownWords: 'My own key', adultWords: 'A lease', rating: 'plan' as const };
  expect(await network.as(cora).plans.revise({ ...words, revision: 1 })).toEqual({ revision: 2 });
  expect(await refusalOf(network.as(dana).plans.revise({ ...words, revision: 1 }))).toBe('CONFLICT');
  const { versions } = await network.as(dana).plans.history({ caseId, itemId });
  expect(versions).toMatchObject([
    { ownWords: 'My own key', adultWords: 'A lease', rating: 'plan' },
    { ownWords: 'Not that house', adultWords: null, rating: 'now' },
  ]);
  for (const other of [ortiz, sosa, olga]) {
    expect(await refusalOf(network.as(other).plans.history({ caseId, itemId }))).toBe('NOT_FOUND');
    expect(await refusalOf(network.as(other).plans.revise({ ...words, revision: 2 }))).toBe('NOT_FOUND');
  }
  const read = await network.owner(
    (sql) => sql<{ version: number }[]>`
      select version from ledger_exposure
      where item_id = ${itemId} and reader_id = ${dana.staffId} order by version`,
  );
  expect(read.map(({ version }) => version)).toEqual([1, 2]);
});

test('a need has a rating and nothing else has one; an entry that nobody knows is none', async () => {
  const refused = (input: object) =>
    refusalOf(network.as(dana).plans.add({ caseId, ownWords: 'x', entry: 'work', ...input }));
  expect(await refused({})).toBe('BAD_INPUT');
  expect(await refused({ entry: 'keeps-going', rating: 'now' })).toBe('BAD_INPUT');
  expect(await refused({ entry: 'no-such-entry', rating: 'now' })).toBe('BAD_INPUT');
});

test('the young person reads what is of the kinds that are theirs, in their own words', async () => {
  const itemId = await add('fun-and-talents', 'Time to draw', 'plan');
  const mine = await network.asYouth(young).mine.open();
  expect(has(mine, itemId)).toMatchObject({
    kind: 'need',
    content: { body: { ownWords: 'Time to draw', rating: 'plan' } },
  });
});

test('which entry it is stands nowhere in the clear', async () => {
  await add('debt', 'I owe someone');
  const rows = await network.owner(
    (sql) => sql<{ text: string }[]>`
      select i::text as text from case_item i where i.case_id = ${caseId}
      union all select encode(b.sealed, 'escape') from case_item_body b where b.case_id = ${caseId}`,
  );
  expect(rows.filter(({ text }) => /debt|owe/.test(text))).toEqual([]);
});
