import type { CasePage } from '@accord/cases';
import type { CategoryCode, Grid } from '@accord/consent';
import type { StaffActor } from '@accord/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildWorld, permissionFor, type World } from '../access/world.ts';
import { inDays } from '../support/network.ts';
import { refusalOf } from '../support/refused.ts';

let world: World;
beforeAll(async () => {
  world = await buildWorld();
});
afterAll(() => world.network.close());

const gridOf = (reader: StaffActor, asOf?: string) =>
  world.network.as(reader).consent.whoSeesWhat({ caseId: world.caseId, ...(asOf ? { asOf } : {}) });

/** The kinds that a column of the grid says are open, wholly or in part. */
function said({ columns, rows }: Grid, name: string): CategoryCode[] {
  const at = columns.findIndex((column) => column.name === name);
  return rows.filter(({ cells }) => ['all', 'some'].includes(cells[at]?.state ?? '')).map(({ kind }) => kind);
}

function cell(grid: Grid, name: string, kind: CategoryCode) {
  const at = grid.columns.findIndex((column) => column.name === name);
  return grid.rows.find((row) => row.kind === kind)?.cells[at];
}

/** What an own page of somebody opens of one agency's items, as ids, kinds and fields. */
async function ownPage(reader: StaffActor, owner: string) {
  const page: Pick<CasePage, 'items'> = await world.network
    .as(reader)
    .cases.open({ caseId: world.caseId })
    .catch(() => ({ items: [] }));
  return page.items.flatMap(({ owner: whose, itemId, kind, categories, content }) =>
    whose === owner && content.is === 'open'
      ? [{ itemId, kind, categories, fields: Object.keys(content.body) }]
      : [],
  );
}

describe('the grid says what the pages open', () => {
  const PEOPLE = [
    'dana',
    'cora',
    'stan',
    'bram',
    'ortiz',
    'sosa',
    'judd',
    'eve',
    'rob',
    'nan',
    'bo',
    'ray',
    'kim',
    'pia',
  ] as const;

  test.each(PEOPLE)('of %s', async (key) => {
    const grid = await gridOf(world.people.dana);
    const reader = world.people[key];
    const name = `${key.charAt(0).toUpperCase()}${key.slice(1)}`;
    expect(grid.columns.map((column) => column.name)).toContain(name);
    const open = new Set((await ownPage(reader, 'County Welfare')).flatMap(({ categories }) => categories));
    const there = new Set(
      (await ownPage(world.people.dana, 'County Welfare')).flatMap(({ categories }) => categories),
    );
    // A kind without an item yet shows on no page; what is said of it is about what would be added.
    expect(said(grid, name).filter((kind) => there.has(kind))).toEqual(
      grid.rows.map(({ kind }) => kind).filter((kind) => open.has(kind)),
    );
  });

  test('of whoever an agency has put on the case', async () => {
    const open = (await ownPage(world.people.ari, 'County Welfare')).flatMap(({ categories }) => categories);
    expect(said(await gridOf(world.people.dana), 'Open House')).toEqual([...new Set(open)].toSorted());
  });
});

test('it names recipients and own colleagues on the case, and nobody who left or never had a part', async () => {
  const names = (await gridOf(world.people.dana)).columns.map(({ name }) => name);
  expect(names).toEqual([
    'Bram',
    'Cora',
    'Dana',
    'Stan',
    'Kim',
    'Quin',
    'Open House',
    'Sosa',
    'Bo',
    'Eve',
    'Nan',
    'Ortiz',
    'Pia',
    'Ray',
    'Rob',
    'Judd',
  ]);
});

test('each agency has a grid of its own items alone', async () => {
  const grid = await gridOf(world.people.sosa);
  expect(grid.owner).toBe('River Clinic');
  expect(grid.columns.map(({ name }) => name)).toEqual(['Sosa']);
  expect(grid.rows.map(({ kind }) => kind)).not.toContain('cw-record');
});

test('why it is so: law, a restriction, a stop, an end, never', async () => {
  const grid = await gridOf(world.people.dana);
  expect(cell(grid, 'Judd', 'cw-record')).toMatchObject({
    state: 'all',
    reason: 'court-order',
    byLaw: true,
    endsSoon: true,
  });
  expect(cell(grid, 'Ortiz', 'case-plan')).toMatchObject({
    state: 'all',
    reason: 'permission',
    endsOn: inDays(30),
    endsSoon: false,
  });
  expect(cell(grid, 'Ray', 'case-plan')).toMatchObject({ state: 'none', reason: 'restricted' });
  expect(cell(grid, 'Nan', 'case-plan')).toMatchObject({ state: 'none', reason: 'stopped' });
  expect(cell(grid, 'Eve', 'case-plan')).toMatchObject({ state: 'none', reason: 'ended' });
  expect(cell(grid, 'Ortiz', 'cw-reporter')).toMatchObject({ state: 'never', reason: 'never' });
  expect(cell(grid, 'Ortiz', 'cw-record')).toMatchObject({ state: 'none', reason: 'no-permission' });
});

test('another day is answered as it was, or would be', async () => {
  const { network, caseId, people } = world;
  expect(said(await gridOf(people.dana, inDays(60)), 'Ortiz')).toEqual([]);
  expect(said(await gridOf(people.dana, inDays(20)), 'Judd')).toEqual([]);

  const grantId = await network.share(people.dana, caseId, { as: people.nia }, ['case-plan']);
  await network.owner(async (sql) => {
    const from = sql`now() - interval '9 days'`;
    await sql`update consent_grant set valid_from = ${from} where id = ${grantId}`;
    await sql`update effective_access set valid_from = ${from} where basis_id = ${grantId}`;
  });
  await network.as(people.dana).consent.stop({ caseId, grantId });
  expect(said(await gridOf(people.dana, inDays(-3)), 'Nia')).toEqual(['case-plan']);
  expect(said(await gridOf(people.dana), 'Nia')).toEqual([]);
  expect(said(await gridOf(people.dana, inDays(-20)), 'Nia')).toEqual([]);
});

test('nobody but the agency’s own people on the case gets a grid or a preview', async () => {
  const { people, caseId } = world;
  for (const reader of [people.olga, people.ortiz, people.ari, people.judd, people.nia, people.bram]) {
    expect(await refusalOf(gridOf(reader))).toBe('NOT_FOUND');
    const { recipient, purpose, endsOn } = permissionFor(people.teo);
    const input = { caseId, recipient, purpose, endsOn, add: ['case-plan' as const] };
    expect(await refusalOf(world.network.as(reader).consent.previewChange(input))).toBe('NOT_FOUND');
  }
});

describe('a preview is the page that it previews', () => {
  const preview = (recipient: StaffActor, add: CategoryCode[], remove: CategoryCode[] = []) => {
    const { recipient: who, purpose, endsOn } = permissionFor(recipient);
    const input = { caseId: world.caseId, recipient: who, purpose, endsOn, add, remove };
    return world.network.as(world.people.dana).consent.previewChange(input);
  };
  const bytes = (items: readonly object[]) => JSON.stringify(items);
  const withoutText = (items: Awaited<ReturnType<typeof preview>>['preview']) =>
    items.map(({ title: _, ...rest }) => rest);

  test('byte for byte, after the permission was really signed', async () => {
    const { network, caseId, people } = world;
    const { preview: draft, gains, more } = await preview(people.ortiz, ['service-linkage', 'cw-record']);
    expect(gains).toEqual(['service-linkage', 'cw-record']);
    const before = await ownPage(people.ortiz, 'County Welfare');
    const grantId = await network.share(people.dana, caseId, { as: people.ortiz }, [
      'service-linkage',
      'cw-record',
    ]);
    const after = await ownPage(people.ortiz, 'County Welfare');
    expect(bytes(withoutText(draft))).toBe(bytes(after));
    expect(after.length - before.length).toBe(more);
    expect(more).toBe(3);
    await network.as(people.dana).consent.stop({ caseId, grantId });
  });

  test('byte for byte, after a kind was really stopped', async () => {
    const { network, caseId, people } = world;
    const grantId = await network.share(people.dana, caseId, { as: people.nia }, [
      'case-plan',
      'appointments',
    ]);
    const { preview: draft, loses, fewer } = await preview(people.nia, [], ['case-plan']);
    expect([loses, fewer]).toEqual([['case-plan'], 4]);
    await network.as(people.dana).consent.stop({ caseId, grantId, categories: ['case-plan'] });
    expect(bytes(withoutText(draft))).toBe(bytes(await ownPage(people.nia, 'County Welfare')));
    await network.as(people.dana).consent.stop({ caseId, grantId });
  });

  test('of somebody who may never see the plan: it stays closed, and is no gain', async () => {
    const { preview: draft, gains } = await preview(world.people.ray, ['case-plan', 'service-linkage']);
    expect(gains).toEqual(['service-linkage']);
    expect(draft.map(({ kind }) => kind).toSorted()).toEqual(['appointment', 'note', 'referral', 'referral']);
    expect(draft.flatMap(({ categories }) => categories)).not.toContain('case-plan');
  });

  test('two kinds from two permissions never open an item of both', async () => {
    const { network, goalId, people } = world;
    await network.owner(
      (sql) => sql`update case_item set category_mask = category_mask | 1 << 29 where id = ${goalId}`,
    );
    const { preview: draft } = await preview(people.sosa, ['appointments']);
    expect(draft.map(({ itemId }) => itemId)).not.toContain(goalId);
    await network.owner(
      (sql) => sql`update case_item set category_mask = category_mask & ~(1 << 29) where id = ${goalId}`,
    );
  });

  test('it writes nothing but who previewed', async () => {
    const { network, people } = world;
    const counts = () =>
      network.owner(
        (sql) => sql<{ grants: number; rows: number; previews: number; all: number }[]>`
          select (select count(*)::int from consent_grant) as grants,
            (select count(*)::int from effective_access) as rows,
            (select count(*)::int from ledger_entry where action = 'previewed') as previews,
            (select count(*)::int from ledger_entry) as all`,
      );
    const [before] = await counts();
    await preview(people.teo, ['case-plan']);
    const [after] = await counts();
    expect(after).toEqual({
      ...before,
      previews: (before?.previews ?? 0) + 1,
      all: (before?.all ?? 0) + 1,
    });
    await gridOf(people.dana);
    expect((await counts())[0]).toEqual(after);
  });

  test('what cannot be asked for cannot be previewed, and the field is named', async () => {
    const { people } = world;
    const refusals = await Promise.all([
      refusalOf(preview(people.teo, ['cw-reporter'])),
      refusalOf(preview(people.olga, ['case-plan'])),
    ]);
    expect(refusals).toEqual(['BAD_INPUT', 'BAD_INPUT']);
  });
});
