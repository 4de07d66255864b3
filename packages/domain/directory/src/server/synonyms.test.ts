import { afterAll, beforeAll, expect, test } from 'vitest';
import { SYNONYMS } from '../contract/index.ts';
import { ALDER_COUNTY } from '../testing/index.ts';
import { type DirectoryWorld, directoryWorld } from './directory.testing.ts';
import { importDirectory } from './import-directory.ts';
import { searchServices } from './search-services.ts';

let world: DirectoryWorld;
beforeAll(async () => {
  world = await directoryWorld();
  const folder = await world.folderOf(ALDER_COUNTY);
  await world.asDirectory((tx) => importDirectory(tx, folder));
});
afterAll(() => world[Symbol.asyncDispose]());

const names = async (text: string) => {
  const { services } = await world.asStaff((tx) => searchServices(tx, { text, page: 1 }));
  return services.map(({ name }) => name);
};

test.each([
  ['a place to sleep', 'Alder House short stay'],
  ['place to stay', 'Alder House short stay'],
  ['sleep', 'Harbor House rooms'],
  ['somewhere to stay', 'Harbor House rooms'],
  ['stay', 'Harbor House rooms'],
  ['tonight', 'Harbor House rooms'],
  ['emergency bed', 'Harbor House rooms'],
  ['rent', 'Harbor House rooms'],
  ['housing', 'First keys'],
  ['shelter', 'Alder House short stay'],
  ['therapy', 'Teen counseling'],
  ['Counselling', 'Teen counseling'],
  ['food', 'Alder food pantry'],
  ['meals', 'Alder food pantry'],
  ['transport', 'Rides to appointments'],
  ['bus', 'Rides to appointments'],
  ['work', 'Paid trades apprenticeship'],
  ['job', 'Culinary arts training'],
  ['tutoring', 'Finish school your way'],
  ['doctor', 'Teen health clinic'],
  ['attorney', 'Youth legal clinic'],
])('who looks for %j finds %j', async (text, service) => {
  expect(await names(text)).toContain(service);
});

test('the words as they were typed come before what only means the same', async () => {
  const found = await names('rides');
  expect(found[0]).toBe('Rides to appointments');
  const house = await names('house');
  expect(house.slice(0, 3)).toEqual(['Alder House short stay', 'Harbor House rooms', "Young men's house"]);
  expect(house).toContain('First keys');
});

test('a need is narrowed by another word, and small words of a need are not asked for', async () => {
  expect(await names('shelter apartment deposit')).toEqual(['First keys']);
  expect(await names('place to sleep welding')).toEqual([]);
});

test('what is not a need is looked for as it stands', async () => {
  expect(await names('welding')).toEqual(['Paid trades apprenticeship']);
  expect(await names('sheltering')).toEqual([]);
});

test('every need can be typed, and no phrase is in two needs', () => {
  const said = SYNONYMS.flatMap((need) => need.said);
  expect(new Set(said).size).toBe(said.length);
  for (const phrase of said) expect(phrase).toMatch(/^[a-z ]{2,40}$/);
});
