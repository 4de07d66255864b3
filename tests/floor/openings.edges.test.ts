import {
  type AgencyId,
  type CaseId,
  newId,
  PURPOSES,
  StaffId,
  type StaffActor,
  type YouthActor,
} from '@accord/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { asked } from '../support/asked.ts';
import type { Network } from '../support/network.ts';
import { twoHouses } from './houses.ts';
import { giveClock } from './worlds/floor.ts';
import { assignRow, FUTURE, openRow, type OpenRow, PAST, shutRow } from './rows.ts';

/** What the floor answers about cases beside the rows of one: which are mine, until when, and who holds and writes. */
let network: Network;
let welfare: AgencyId;
let clinic: AgencyId;
let dana: StaffActor;
let cora: StaffActor;
let sosa: StaffActor;
let caseId: CaseId;
let otherCase: CaseId;
let young: YouthActor;
let other: YouthActor;

beforeAll(async () => {
  ({ network, welfare, clinic, dana, cora, sosa } = await twoHouses());
  await network.owner(giveClock);
});
afterAll(() => network.close());
beforeEach(async () => {
  await network.owner(async (sql) => {
    await sql`delete from access_denial`;
    await sql`delete from assignment`;
    await sql`delete from effective_access`;
  });
  ({ caseId, young } = await network.openCase(dana, 'Robin'));
  ({ caseId: otherCase, young: other } = await network.openCase(dana, 'Sam'));
});

const open = (row: Partial<OpenRow> = {}) =>
  openRow(network, { of: caseId, owner: welfare, kind: 'staff', to: sosa.staffId, ...row });
const assign = (who: StaffActor, from?: string, until?: string, kind?: string, of = caseId) =>
  assignRow(network, of, who, { from, until, kind });
const shut = (target: string, from?: string, until?: string, mask?: number, of = caseId) =>
  shutRow(network, of, target, { from, until, mask });

type Who = StaffActor | YouthActor;
const casesOf = (who: Who, before = 'infinity', most = 9) =>
  asked(network, who, [], async (tx) => {
    const rows = await tx<{ id: string }[]>`select case_id as id from my_cases(${before}, ${most})`;
    return rows.map(({ id }) => id);
  });

describe('the list of one’s cases', () => {
  test('a permission in one’s own name brings its case, without an assignment', async () => {
    expect(await casesOf(sosa)).toEqual([]);
    await open();
    expect(await casesOf(sosa)).toEqual([caseId]);
    expect(await casesOf(cora)).toEqual([]);
  });

  test.each([
    ['has ended', { until: PAST }],
    ['has not begun', { from: FUTURE }],
    ['is for another purpose', { purpose: PURPOSES.treatment }],
    ['is somebody else’s', { to: newId(StaffId) }],
  ])('not one that %s', async (_, row) => {
    await open(row);
    expect(await casesOf(sosa)).toEqual([]);
  });

  test('newest first, each once, as many as were asked for, and from an instant back', async () => {
    await open();
    await open();
    await open({ of: otherCase });
    expect(await casesOf(sosa)).toEqual([otherCase, caseId]);
    expect(await casesOf(sosa, 'infinity', 1)).toEqual([otherCase]);
    expect(await casesOf(sosa, PAST)).toEqual([]);
  });

  test('what is open to an agency is on the list of those who are on the case', async () => {
    await open({ kind: 'agency', to: clinic });
    expect(await casesOf(sosa)).toEqual([]);
    await assign(sosa, PAST, PAST.replace('2020', '2021'));
    expect(await casesOf(sosa)).toEqual([]);
    await network.owner((sql) => sql`delete from assignment where staff_id = ${sosa.staffId}`);
    await assign(sosa, FUTURE);
    expect(await casesOf(sosa)).toEqual([]);
    await network.owner((sql) => sql`delete from assignment where staff_id = ${sosa.staffId}`);
    await assign(sosa, PAST, FUTURE, 'assigned', otherCase);
    expect(await casesOf(sosa)).toEqual([]);
    await assign(sosa, PAST, FUTURE);
    expect(await casesOf(sosa)).toEqual([caseId]);
    expect(await casesOf(sosa, PAST)).toEqual([]);
  });

  test.each([
    ['has ended', { until: PAST }],
    ['has not begun', { from: FUTURE }],
    ['is for another purpose', { purpose: PURPOSES.treatment }],
  ])('not what is open to the agency when it %s', async (_, row) => {
    await assign(sosa);
    await open({ kind: 'agency', to: clinic, ...row });
    expect(await casesOf(sosa)).toEqual([]);
  });

  test('another agency’s is not on it, whoever is on the case', async () => {
    await assign(sosa);
    expect(await casesOf(sosa)).toEqual([]);
  });

  test('nor a person’s that stands under the agency’s id', async () => {
    await assign(sosa);
    await open({ kind: 'staff', to: clinic });
    expect(await casesOf(sosa)).toEqual([]);
  });

  test.each(['staff', 'agency'] as const)(
    'who may only know of it, as %s, has it on the list',
    async (kind) => {
      await assign(sosa);
      await open({ kind, to: kind === 'staff' ? sosa.staffId : clinic });
      await network.owner(
        (sql) => sql`update effective_access set see_mask = 0 where basis_kind = 'consent'`,
      );
      expect(await casesOf(sosa)).toEqual([caseId]);
    },
  );

  test('who is shut out of all of it has it on no list', async () => {
    await open();
    await shut(sosa.staffId);
    expect(await casesOf(sosa)).toEqual([]);
  });

  test('an agency that is shut out has it on nobody’s', async () => {
    await assign(sosa);
    await open({ kind: 'agency', to: clinic });
    await shut(clinic);
    expect(await casesOf(sosa)).toEqual([]);
  });

  test.each([
    ['of another kind', [undefined, undefined, 16]],
    ['that has ended', [undefined, PAST]],
    ['that has not begun', [FUTURE]],
  ] as const)('a restriction %s shuts nobody out', async (_, [from, until, mask]) => {
    await open();
    await shut(sosa.staffId, from, until, mask);
    expect(await casesOf(sosa)).toEqual([caseId]);
  });

  test('nor one on somebody else, or in another case', async () => {
    await open();
    await shut(dana.staffId);
    await shut(sosa.staffId, undefined, undefined, 8, otherCase);
    expect(await casesOf(sosa)).toEqual([caseId]);
  });

  test('a young person has their own case, and nobody who is not signed in has any', async () => {
    expect(await casesOf(young)).toEqual([caseId]);
    const nobody = await asked(
      network,
      { kind: 'anonymous' },
      [],
      async (tx) => (await tx`select * from my_cases('infinity', 9)`).length,
    );
    expect(nobody).toBe(0);
  });
});

describe('about one case', () => {
  const ask = (who: Who, scope = [caseId, otherCase]) =>
    asked(network, who, scope, async (tx) => {
      const [row] = await tx<{ ends: string | null; holds: boolean; writes: boolean; own: boolean }[]>`select
        access_ends_at(${caseId}) as ends, holds_for(${caseId}, ${welfare}) as holds,
        writes_for(${caseId}, ${welfare}) as writes, is_own_case(${caseId}) as own`;
      return row;
    });
  const nothing = { ends: null, holds: false, writes: false, own: false };

  test('who is assigned holds and writes, without an end', async () => {
    expect(await ask(dana)).toEqual({ ends: null, holds: true, writes: true, own: false });
    expect(await ask(dana, [otherCase])).toEqual(nothing);
    expect(await ask(cora)).toEqual(nothing);
  });

  test.each(['cover', 'supervision'])('a colleague with %s', async (kind) => {
    await assign(cora, PAST, FUTURE, kind);
    expect(await ask(cora)).toEqual({ ends: null, holds: true, writes: kind === 'cover', own: false });
  });

  test('whose assignment has ended, or is in another case, neither holds nor writes', async () => {
    await assign(cora, PAST, PAST.replace('2020', '2021'));
    await assign(cora, PAST, FUTURE, 'assigned', otherCase);
    expect(await ask(cora)).toEqual(nothing);
  });

  test('whose assignment as a writer has ended still holds as a supervisor', async () => {
    await assign(cora, PAST, FUTURE, 'supervision');
    await assign(cora, PAST, PAST.replace('2020', '2021'));
    await assign(cora, FUTURE, 'infinity', 'cover');
    await assign(cora, PAST, FUTURE, 'assigned', otherCase);
    expect(await ask(cora)).toEqual({ ends: null, holds: true, writes: false, own: false });
  });

  test('what is shared ends with the first permission to end, and gives nothing to hold', async () => {
    await open({ until: FUTURE });
    await open({ until: '2998-01-01T00:00:00Z' });
    await open({ of: otherCase, until: '2997-01-01T00:00:00Z' });
    await assign(sosa);
    expect(await ask(sosa)).toEqual({ ...nothing, ends: '2998-01-01T00:00:00.000Z' });
  });

  test('custody of one agency is not custody of another', async () => {
    await assign(sosa);
    await open({ owner: clinic, kind: 'agency', to: clinic, basis: 'own_custody' });
    expect(await ask(sosa)).toEqual(nothing);
    // Nor does a row that says so open as custody what another agency owns.
    await open({ owner: welfare, kind: 'agency', to: clinic, basis: 'own_custody' });
    expect(await ask(sosa)).toEqual(nothing);
  });

  test('a permission to one’s own agency is not custody', async () => {
    await network.owner((sql) => sql`delete from effective_access where basis_kind = 'own_custody'`);
    await open({ kind: 'agency', to: welfare });
    expect(await ask(dana)).toEqual(nothing);
  });

  test.each<[string, () => Who, () => Partial<OpenRow>]>([
    ['a person’s, under the id of an agency', () => sosa, () => ({ kind: 'staff', to: clinic })],
    [
      'a person’s, under that of somebody young',
      () => young,
      () => ({ kind: 'staff', to: young.youngPersonId, purpose: PURPOSES['self-access'] }),
    ],
    [
      'somebody young’s, under that of a person',
      () => sosa,
      () => ({ kind: 'young_person', to: sosa.staffId }),
    ],
    ['somebody young’s, under that of an agency', () => sosa, () => ({ kind: 'young_person', to: clinic })],
    ['an agency’s, under the id of a person', () => sosa, () => ({ kind: 'agency', to: sosa.staffId })],
  ])('a row that is %s opens nothing to them', async (_, who, row) => {
    await assign(sosa);
    await open({ ...row(), until: FUTURE });
    expect(await ask(who())).toMatchObject({ ends: null, holds: false });
  });

  test('custody is an agency’s: in a person’s own name it gives nothing to hold', async () => {
    await open({ kind: 'staff', to: cora.staffId, basis: 'own_custody', until: FUTURE });
    expect(await ask(cora)).toEqual({ ...nothing, ends: FUTURE.replace('Z', '.000Z') });
  });

  test('the young person’s own, and nobody else’s', async () => {
    expect(await ask(young)).toEqual({ ...nothing, own: true });
    expect(await ask(other)).toEqual(nothing);
    const namesake: StaffActor = {
      kind: 'staff',
      staffId: StaffId.parse(young.youngPersonId),
      agencyId: clinic,
    };
    await network.owner(
      (sql) => sql`insert into staff (id, agency_id, name, title, started_at)
        values (${namesake.staffId}, ${clinic}, 'Robin', 'Worker', ${PAST}::text::timestamptz)`,
    );
    expect(await ask(namesake)).toEqual(nothing);
  });
});

describe('at the very instant', () => {
  const AT = '2990-03-01T00:00:00Z';
  const at = (who: Who) =>
    asked(network, who, [caseId], async (tx) => {
      await tx`select set_config('accord_test.at', ${AT}, true)`;
      const [row] = await tx<{ holds: boolean; writes: boolean; sees: boolean }[]>`select
        holds_for(${caseId}, ${welfare}) as holds, writes_for(${caseId}, ${welfare}) as writes,
        exists (select from unnest(openings()) o where o.see_mask & 8 <> 0) as sees`;
      return row;
    });

  test('an assignment has begun, or is over', async () => {
    await assign(cora, PAST, AT);
    expect(await at(cora)).toEqual({ holds: false, writes: false, sees: false });
    await assign(cora, PAST, FUTURE, 'supervision');
    expect(await at(cora)).toEqual({ holds: true, writes: false, sees: true });
    await assign(cora, AT, FUTURE, 'cover');
    expect(await at(cora)).toEqual({ holds: true, writes: true, sees: true });
    await network.owner((sql) => sql`delete from assignment where staff_id = ${cora.staffId}`);
    await assign(cora, AT, FUTURE);
    expect(await at(cora)).toEqual({ holds: true, writes: true, sees: true });
  });

  test('a permission has begun, or is over', async () => {
    await open({ until: AT });
    expect(await at(sosa)).toMatchObject({ sees: false });
    await open({ from: AT });
    expect(await at(sosa)).toMatchObject({ sees: true });
  });

  test('a restriction has begun, or is over', async () => {
    await open();
    await shut(sosa.staffId, PAST, AT);
    expect(await at(sosa)).toMatchObject({ sees: true });
    await shut(sosa.staffId, AT, FUTURE);
    expect(await at(sosa)).toMatchObject({ sees: false });
  });
});
