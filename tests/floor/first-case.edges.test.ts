import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Houses, twoHouses } from './houses.ts';

/** The very first case of a network: nothing that arranges this file has written with a key before it. */
let houses: Houses;

beforeAll(async () => {
  houses = await twoHouses();
});
afterAll(() => houses.network.close());

test('is opened and written in, with keys that its agency and the young person hold', async () => {
  const { network, dana, welfare } = houses;
  const opened = await network.openCase(dana, 'Robin').catch(String);
  expect(opened).toMatchObject({ young: { kind: 'youth' } });
  if (typeof opened === 'string') return;
  const { caseId, young } = opened;
  await network.as(dana).cases.addGoal({ caseId, ownWords: 'Learn to swim' });
  const holders = await network.owner(
    (sql) => sql<{ id: string }[]>`select distinct holder_id as id from key_wrap where case_id = ${caseId}`,
  );
  expect(holders.map(({ id }) => id).toSorted()).toEqual([welfare, young.youngPersonId].toSorted());
});
