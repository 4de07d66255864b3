import type { AgencyId, CaseId, ItemId, StaffActor, YouthActor } from '@accord/kernel';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { Network } from '../support/network.ts';
import { sqlStateOf } from '../support/refused.ts';

// A case is found by what one may read of it, by one's own agency's tokens, and by nothing else.

let network: Network;
let dana: StaffActor;
let cora: StaffActor;
let ortiz: StaffActor;
let pete: StaffActor;
let caseId: CaseId;
let young: YouthActor;
const PROFILE = { name: 'Robin Álvarez', bornOn: '2010-03-14' };

beforeAll(async () => {
  network = await Network.start();
  const welfare = await network.addAgency('County Welfare', 'child-welfare');
  const police = await network.addAgency('Town Police', 'law-enforcement');
  cora = await network.addStaff(welfare, 'Cora');
  pete = await network.addStaff(police, 'Pete');
});
afterAll(() => network.close());
beforeEach(async () => {
  dana = await network.addStaff(cora.agencyId, 'Dana');
  ortiz = await network.addStaff(pete.agencyId, 'Ortiz');
  ({ caseId, young } = await network.openCase(dana, PROFILE.name));
  await network.as(dana).cases.editProfile({ ...PROFILE, caseId, revision: 1 });
});

const find = async (reader: StaffActor, text: string) =>
  (await network.as(reader).cases.search({ text })).cases.map(({ name }) => name);
const codeNameOf = async () => (await network.as(dana).cases.open({ caseId })).codeName;

test('whole words of the name in any order, the day of birth, and the beginning of the code name', async () => {
  const code = await codeNameOf();
  for (const text of [
    'robin',
    'ALVAREZ Robin',
    '2010-03-14',
    '3/14/2010 robin',
    `${code.slice(0, 3)} álvarez`,
  ]) {
    expect(await find(dana, text), text).toEqual([PROFILE.name]);
  }
  // A part of a name, another's word beside it, another day: all that was typed has to fit.
  for (const text of ['rob', 'robin soto', '2010-03-15', `${code}x`, '-', '%', "'"]) {
    expect(await find(dana, text), text).toEqual([]);
  }
});

test('a colleague who is not on the case finds nothing, and neither does another agency', async () => {
  for (const reader of [cora, pete, ortiz]) {
    for (const text of ['robin', '2010-03-14', await codeNameOf()])
      expect(await find(reader, text)).toEqual([]);
  }
});

test('a recipient finds it from the first page that they opened until the stop; the code name alone without the name', async () => {
  const plan = await network.share(dana, caseId, { as: ortiz }, ['case-plan']);
  expect(await find(ortiz, 'robin')).toEqual([]);
  expect(await find(ortiz, await codeNameOf())).toEqual([null]);
  await network.as(dana).consent.stop({ caseId, grantId: plan });
  const named = await network.share(dana, caseId, { as: ortiz }, ['id-core']);
  expect(await find(ortiz, 'robin')).toEqual([]);
  await network.as(ortiz).cases.open({ caseId });
  expect(await find(ortiz, 'robin 2010-03-14')).toEqual([PROFILE.name]);
  expect(await find(pete, 'robin')).toEqual([]);

  await network.as(dana).consent.stop({ caseId, grantId: named });
  expect(await find(ortiz, 'robin')).toEqual([]);
  expect(await tokensAt(ortiz)).toBe(0);
  expect(await tokensAt(dana)).toBeGreaterThan(0);
  // Shared again, it is found again when its page was opened again.
  await network.share(dana, caseId, { as: ortiz }, ['id-core']);
  expect(await find(ortiz, 'robin')).toEqual([]);
});

test('what a colleague’s page left behind finds nothing for who may not read the name, and no agency reads another’s', async () => {
  await network.as(dana).cases.addGoal({ caseId, ownWords: 'Learn to swim' });
  await network.share(dana, caseId, { as: ortiz }, ['id-core']);
  await network.share(dana, caseId, { as: pete }, ['case-plan']);
  await network.as(ortiz).cases.open({ caseId });
  expect(await tokensAt(ortiz)).toBeGreaterThan(0);
  expect([await find(pete, 'robin'), await find(pete, await codeNameOf())]).toEqual([[], [null]]);
  // Not even where a text that they may read, in another case, stands under the same id.
  const { caseId: other } = await network.openCase(dana, 'Sam');
  await network.share(dana, other, { as: pete }, ['case-plan']);
  const { itemId } = await network
    .as(dana)
    .cases.addNote({ caseId: other, category: 'case-plan', facts: 'Swam.' });
  await network.owner(async (sql) => {
    const id = sql`(select id from case_item where case_id = ${caseId} and kind = 'profile')`;
    await sql`insert into case_item (case_id, id, kind, owner_agency, category_mask, created_by, occurred_at)
      select case_id, ${id}, kind, owner_agency, category_mask, created_by, occurred_at
      from case_item where case_id = ${other} and id = ${itemId}`;
    await sql`insert into case_item_body (case_id, item_id, version, owner_agency, category_mask, key_version, occurred_at, sealed)
      select case_id, ${id}, version, owner_agency, category_mask, key_version, occurred_at, sealed
      from case_item_body where case_id = ${other} and item_id = ${itemId}`;
  });
  expect(await find(pete, 'robin')).toEqual([]);
  const owners = await network.database.withActor(
    ortiz,
    { purpose: 'care-plan-coordination', cases: [caseId] },
    (tx) => tx<{ agencyId: AgencyId }[]>`select distinct agency_id as "agencyId" from search_token`,
  );
  expect(owners).toEqual([{ agencyId: ortiz.agencyId }]);
});

test('below the procedures, nobody keeps tokens of what they do not see, of another item or of another version', async () => {
  const { itemId: goalId } = await network.as(dana).cases.addGoal({ caseId, ownWords: 'Learn to swim' });
  const profileId = await network.owner(
    async (sql) =>
      (
        await sql<{ id: ItemId }[]>`select id from case_item where case_id = ${caseId} and kind = 'profile'`
      )[0]?.id,
  );
  if (!profileId) throw new Error('no profile');
  const keep = (by: StaffActor | YouthActor, item: ItemId, version = 2, inCase = caseId) =>
    sqlStateOf(
      network,
      by,
      inCase,
      (tx) => tx`select keep_search_tokens(${inCase}, ${item}, ${version}, array[sha256('x'::bytea)])`,
    );
  expect(await keep(dana, profileId, 2)).toBe('ALLOWED');
  expect(await keep(dana, profileId, 1)).toBe('AC404');
  expect(await keep(dana, goalId)).toBe('AC404');
  expect(await keep(young, profileId)).toBe('AC404');
  const { caseId: other } = await network.openCase(dana, 'Sam');
  expect(await keep(dana, profileId, 2, other)).toBe('AC404');
  expect(await keep(ortiz, profileId)).toBe('AC404');
  await network.share(dana, caseId, { as: ortiz }, ['case-plan']);
  expect(await keep(ortiz, profileId)).toBe('AC404');
  await network.share(dana, caseId, { as: ortiz }, ['id-core']);
  expect(await keep(ortiz, profileId)).toBe('ALLOWED');
  // What is shared from a later day on has no profile of today in it.
  for (const [from, to] of [
    ['1 day', '9 days'],
    ['-9 days', '-1 day'],
  ]) {
    await network.owner(
      (sql) => sql`update effective_access
        set data_from = now() + ${from ?? ''}::interval, data_to = now() + ${to ?? ''}::interval
        where case_id = ${caseId} and basis_kind = 'consent'`,
    );
    expect(await keep(ortiz, profileId)).toBe('AC404');
  }
});

test('another name is found from the moment it is saved, the one before no more; a recipient follows at the next look', async () => {
  await network.share(dana, caseId, { as: ortiz }, ['id-core']);
  await network.as(ortiz).cases.open({ caseId });
  await network.as(dana).cases.editProfile({ ...PROFILE, caseId, name: 'Rowan Álvarez', revision: 2 });
  expect([await find(dana, 'rowan'), await find(dana, 'robin')]).toEqual([['Rowan Álvarez'], []]);
  await network.as(ortiz).cases.open({ caseId });
  expect([await find(ortiz, 'rowan'), await find(ortiz, 'robin')]).toEqual([['Rowan Álvarez'], []]);
});

test('a name that was shown is a line of the ledger, and one that was not found is none', async () => {
  await network.share(dana, caseId, { as: ortiz }, ['id-core']);
  await network.as(ortiz).cases.open({ caseId });
  const before = await linesOf(ortiz);
  await find(ortiz, 'nobody');
  expect(await linesOf(ortiz)).toBe(before);
  await find(ortiz, 'robin');
  expect(await linesOf(ortiz)).toBe(before + 1);
});

const tokensAt = async ({ agencyId }: StaffActor) =>
  count(
    await network.owner(
      (sql) =>
        sql`select count(*)::int as n from search_token where case_id = ${caseId} and agency_id = ${agencyId}`,
    ),
  );
const linesOf = async ({ staffId }: StaffActor) =>
  count(
    await network.owner(
      (sql) =>
        sql`select count(*)::int as n from ledger_entry where case_id = ${caseId} and actor_id = ${staffId}`,
    ),
  );
const count = ([row]: readonly { n?: unknown }[]) => Number(row?.n);
