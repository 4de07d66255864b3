import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appErrorOf, router, type RequestContext } from '@accord/rpc';
import { ALDER_COUNTY } from '../testing/index.ts';
import { type DirectoryWorld, directoryWorld } from './directory.testing.ts';
import { importDirectory } from './import-directory.ts';
import { search } from './search.ts';

let world: DirectoryWorld;
beforeAll(async () => {
  world = await directoryWorld();
  const folder = await world.folderOf(ALDER_COUNTY);
  await world.asDirectory((tx) => importDirectory(tx, folder));
  const many = Array.from(
    { length: 45 },
    (_, index) => `${index},lib,Reading room ${String(index).padStart(2, '0')}`,
  );
  const more = await world.folderOf({
    'organizations.csv': 'id,name\nlib,Biblioteca Peña\n',
    'services.csv': `id,organization_id,name\n${many.join('\n')}\n`,
  });
  await world.asDirectory((tx) => importDirectory(tx, more, { source: 'library' }));
});
afterAll(() => world[Symbol.asyncDispose]());

async function find(text: string, page = 1) {
  // The procedure uses no more of its context than this.
  const context = {
    actor: world.staff,
    purpose: 'service-referral',
    database: world.database,
  } as RequestContext;
  return await router({ search }).createCaller(context).search({ text, page });
}
const names = async (text: string) => (await find(text)).services.map((service) => service.name);

describe('ranking', () => {
  test('hits in the name of the service come first, then in its organisation, then in descriptions', async () => {
    expect(await names('teen')).toEqual(['Teen counseling', 'Teen health clinic', "Young parents' circle"]);
    expect((await names('circle'))[0]).toBe("Young parents' circle");
    expect((await names('circle')).slice(1)).toEqual(['Big sibling match', 'Mentors of the valley']);
  });

  test('the same search gives the same order', async () => {
    expect(await names('a')).toEqual(await names('a'));
  });
});

describe('matching', () => {
  test('every word must be found, in any order and in any of the texts', async () => {
    expect(await names('clinic legal')).toEqual(['Youth legal clinic']);
    expect(await names('rainbow dinner')).toEqual(['Porch drop-in']);
    expect(await names('legal welding')).toEqual([]);
  });

  test('case and accents do not matter, and the beginning of a word is enough', async () => {
    expect((await find('BIBLIOTECA pena')).total).toBe(45);
    expect(await names('CULIN')).toEqual(['Culinary arts training']);
    expect(await names('lgbtq')).toEqual(['Porch drop-in']);
  });

  test('a hyphen or an apostrophe separates words', async () => {
    expect(await names('drop in')).toEqual(['Porch drop-in']);
    expect(await names("men's house")).toEqual(["Young men's house"]);
  });
});

describe('pages', () => {
  test('a page holds 20, the pages do not overlap, and a page past the end is empty', async () => {
    const [first, second, third, past] = [
      await find('reading'),
      await find('reading', 2),
      await find('reading', 3),
      await find('reading', 4),
    ];
    expect([first, second, third, past].map((each) => each.services.length)).toEqual([20, 20, 5, 0]);
    expect([first, past].map(({ total, pages }) => [total, pages])).toEqual([
      [45, 3],
      [45, 3],
    ]);
    const seen = [first, second, third].flatMap((each) => each.services.map((service) => service.name));
    expect(new Set(seen).size).toBe(45);
    expect(seen).toEqual(seen.toSorted());
  });

  test('an empty text lists everything by name', async () => {
    const all = await find('  ');
    expect(all.total).toBe(62);
    expect(all.services[0]?.name).toBe('Alder food pantry');
  });
});

describe('hostile text', () => {
  test.each(['%', '_', '%%_%', "'", '"', '\\', "';--", ':* & |', '!()', '\u202e\u200f', '🙂', '<->'])(
    'finds nothing and breaks nothing: %j',
    async (text) => {
      expect(await find(text)).toEqual({ services: [], total: 0, page: 1, pages: 0 });
    },
  );

  test('quotes and operators around a word are no more than spaces', async () => {
    expect(await names("'culinary':* | !")).toEqual(['Culinary arts training']);
    expect(await names('\u202eculinary\u200f')).toEqual(['Culinary arts training']);
  });

  test.each([
    ['a NUL', 'legal\0'],
    ['121 characters', 'x'.repeat(121)],
  ])('%s is bad input that names the field', async (_, text) => {
    const failure: unknown = await find(text).catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: 'TRPCError' });
    const { code, fields } = appErrorOf(failure as Parameters<typeof appErrorOf>[0]);
    expect({ code, fields: fields.map(({ field }) => field) }).toEqual({
      code: 'BAD_INPUT',
      fields: ['text'],
    });
  });

  test('120 letters without a space are harmless', async () => {
    expect((await find('é'.repeat(120))).total).toBe(0);
  });
});

test('a search is served by the index of words', async () => {
  const plan = await world.asStaff(async (tx) => {
    await tx`set local enable_seqscan = off`;
    return await tx`explain select from accord.directory_service s where s.words @@ ${"'legal':*"}::tsquery`;
  });
  expect(JSON.stringify(plan)).toContain('directory_service_by_words');
});
