import type { CasePage, SheetKind } from '@accord/cases';
import type { Sheet } from '@accord/care';
import { maskOf } from '@accord/consent';
import {
  type AgencyId,
  type CaseId,
  ItemId,
  newId,
  type StaffActor,
  type StaffId,
  type YouthActor,
} from '@accord/kernel';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { Network } from '../support/network.ts';
import { refusalOf, sqlStateOf } from '../support/refused.ts';

// What helps a young person and what not to ask again: theirs to write, and open to nobody whom they did not name.

let network: Network;
let harbor: AgencyId;
let dana: StaffActor;
let cora: StaffActor;
let olga: StaffActor;
let ortiz: StaffActor;
let vega: StaffActor;
let young: YouthActor;
let caseId: CaseId;

beforeAll(async () => {
  network = await Network.start();
  harbor = await network.addAgency('Harbor Youth', 'runaway-homeless-youth');
  const police = await network.addAgency('Town Police', 'law-enforcement');
  const clinic = await network.addAgency('River Clinic', 'mental-health');
  dana = await network.addStaff(harbor, 'Dana');
  cora = await network.addStaff(harbor, 'Cora');
  olga = await network.addStaff(harbor, 'Olga');
  ortiz = await network.addStaff(police, 'Ortiz');
  vega = await network.addStaff(clinic, 'Vega');
});
afterAll(() => network.close());
beforeEach(async () => {
  ({ caseId, young } = await network.openCase(dana, 'Robin'));
  await network.assign(caseId, cora, 'assigned');
  await network.share(dana, caseId, { as: ortiz }, ['case-plan', 'id-core']);
});

const card = (helps: string) => ({ kind: 'card', card: { helps } }) as const;
const told = (holderId: AgencyId = harbor): Sheet => ({
  kind: 'told-once',
  told: { holderId, topics: ['what-happened', 'court'] },
});
const write = (sheet: Sheet, seen: number | null = null, by = dana) =>
  network.as(by).care.write({ caseId, sheet, seen });
const writeOwn = (sheet: Sheet, seen: number | null = null, by = young) =>
  network.asYouth(by).mine.writeSheet({ sheet, seen });
const sheetOn = ({ items }: CasePage, kind: SheetKind) => items.filter((item) => item.kind === kind);
const sheetFor = async (reader: StaffActor, kind: SheetKind) =>
  sheetOn(await network.as(reader).cases.open({ caseId }), kind);
const ownSheet = async (kind: SheetKind) => sheetOn(await network.asYouth(young).mine.open(), kind);

test('a card is open to those who keep it, and to others only when the young person names them', async () => {
  await writeOwn(card('Music'));
  const open = { content: { is: 'open', body: { helps: 'Music' } }, categories: ['about-me'], author: null };
  expect(await sheetFor(cora, 'card')).toMatchObject([{ ...open, mayEdit: false }]);
  expect(await ownSheet('card')).toMatchObject([{ ...open, mayEdit: true }]);
  expect(await sheetFor(ortiz, 'card')).toEqual([]);
  const grantId = await network.share(dana, caseId, { as: ortiz }, ['about-me']);
  expect(await sheetFor(ortiz, 'card')).toMatchObject([{ ...open, mayEdit: false, audience: null }]);
  await network.asYouth(young).mine.stop({ grantId });
  expect(await sheetFor(ortiz, 'card')).toEqual([]);
});

test('what they wrote themselves nobody puts differently; what was written with them both do, in turn', async () => {
  await writeOwn(card('Music'));
  expect(await refusalOf(write(card('Quiet'), 1))).toBe('CONFLICT');
  expect(await ownSheet('card')).toMatchObject([{ revision: 1, content: { body: { helps: 'Music' } } }]);
  ({ caseId, young } = await network.openCase(dana, 'Sky'));
  await network.assign(caseId, cora, 'assigned');
  await write(card('A walk'));
  await writeOwn(card('A long walk'), 1);
  expect(await refusalOf(write(card('A short walk'), 1, cora))).toBe('CONFLICT');
  expect(await refusalOf(write(card('A slow walk'), 2, cora))).toBe('ALLOWED');
  expect(await ownSheet('card')).toMatchObject([
    { revision: 3, content: { body: { helps: 'A slow walk' } } },
  ]);
});

test('what not to ask again is put right by both, whoever began', async () => {
  await writeOwn(told());
  expect(await refusalOf(write(told(), 1))).toBe('ALLOWED');
  expect(await refusalOf(writeOwn(told(), 2))).toBe('ALLOWED');
});

test('two who begin at once: one is kept, and the other is told', async () => {
  const both = await Promise.all([
    refusalOf(write(card('Tea'))),
    refusalOf(write(card('Coffee'), null, cora)),
  ]);
  expect(both.toSorted()).toEqual(['ALLOWED', 'CONFLICT']);
  expect(await refusalOf(write(card('Water')))).toBe('CONFLICT');
  expect(await sheetFor(dana, 'card')).toHaveLength(1);
});

test('what was told once names who holds it, and counts; it holds no text and nobody sets the count', async () => {
  await writeOwn(told());
  await network.as(cora).care.toldAgain({ caseId });
  await network.asYouth(young).mine.toldAgain();
  const line = {
    holder: 'Harbor Youth',
    content: { body: { topics: ['what-happened', 'court'], again: 2 } },
  };
  expect(await sheetFor(dana, 'told-once')).toMatchObject([{ ...line, mayEdit: true }]);
  expect(await sheetFor(ortiz, 'told-once')).toEqual([]);
  const sent = { holderId: harbor, topics: ['court'] };
  const set = { kind: 'told-once', told: { ...sent, again: 0 } } as Sheet;
  expect(await refusalOf(writeOwn(set, 3))).toBe('BAD_INPUT');
  const text = { kind: 'told-once', told: { ...sent, topics: ['He took the phone'] } } as unknown as Sheet;
  expect(await refusalOf(writeOwn(text, 3))).toBe('BAD_INPUT');
  await writeOwn(told(), 3);
  expect(await ownSheet('told-once')).toMatchObject([{ revision: 4, ...line }]);
});

test('only who is around can be named, and naming tells nobody who else there is', async () => {
  expect(await refusalOf(write(told(vega.agencyId)))).toBe('BAD_INPUT');
  const choices = await network.as(dana).care.choices({ caseId });
  expect(choices).toMatchObject({ keeper: 'Harbor Youth' });
  expect(choices.agencies.map(({ name }) => name)).toEqual(['Harbor Youth', 'Town Police']);
  await writeOwn(told(ortiz.agencyId));
  expect(await sheetFor(dana, 'told-once')).toMatchObject([{ holder: 'Town Police' }]);
  expect(await refusalOf(network.as(ortiz).care.choices({ caseId }))).toBe('NOT_FOUND');
});

test('who is not on the case, only reads, was kept out, or is another young person writes nothing', async () => {
  await network.share(dana, caseId, { as: ortiz }, ['about-me']);
  await write(told());
  for (const by of [olga, ortiz, vega]) {
    expect(await refusalOf(write(card('Nothing'), null, by))).toBe('NOT_FOUND');
    expect(await refusalOf(network.as(by).care.toldAgain({ caseId }))).toBe('NOT_FOUND');
    expect(await refusalOf(network.as(by).care.choices({ caseId }))).toBe('NOT_FOUND');
  }
  const { young: other } = await network.openCase(dana, 'Sky');
  expect(await refusalOf(network.asYouth(other).mine.toldAgain())).toBe('NOT_FOUND');
  await network.asYouth(young).mine.keepOut({ staffId: cora.staffId });
  expect(await refusalOf(write(card('Tea'), null, cora))).toBe('NOT_FOUND');
  expect(await refusalOf(network.as(cora).care.toldAgain({ caseId }))).toBe('NOT_FOUND');
});

test('past the procedures, the floor takes no sheet of another kind of data, and no other’s', async () => {
  const insert = (
    by: StaffActor | YouthActor,
    kind: string,
    mask: bigint,
    as: { parent?: ItemId; author?: StaffId; doer?: StaffId; at?: string } = {},
  ) =>
    sqlStateOf(
      network,
      by,
      caseId,
      (tx) => tx`insert into case_item (case_id, id, kind, owner_agency, category_mask, parent_id, created_by,
          assigned_to, occurred_at)
        values (${caseId}, ${newId(ItemId)}, ${kind}, ${harbor}, ${mask}, ${as.parent ?? null},
          ${as.author ?? (by.kind === 'youth' ? by.youngPersonId : by.staffId)}, ${as.doer ?? null},
          coalesce(${as.at ?? null}::timestamptz, now()))`,
    );
  const ABOUT = maskOf(['about-me']);
  expect(await insert(dana, 'card', maskOf(['case-plan']))).toBe('23514');
  expect(await insert(young, 'card', maskOf(['case-plan']))).toBe('23514');
  expect(await insert(young, 'note', maskOf(['case-plan']))).toBe('42501');
  expect(await insert(ortiz, 'card', ABOUT)).toBe('42501');
  const { itemId: goalId } = await network.as(dana).cases.addGoal({ caseId, ownWords: 'Swim' });
  expect(await insert(young, 'told-once', ABOUT, { parent: goalId })).toBe('42501');
  expect(await insert(young, 'told-once', ABOUT, { author: dana.staffId })).toBe('42501');
  expect(await insert(young, 'told-once', ABOUT, { doer: dana.staffId })).toBe('42501');
  expect(await insert(young, 'told-once', ABOUT, { at: '2020-01-01' })).toBe('42501');
  expect(await insert(young, 'told-once', ABOUT)).toBe('ALLOWED');
  const { young: other } = await network.openCase(dana, 'Sky');
  expect(await insert(other, 'card', ABOUT)).toBe('42501');
  await writeOwn(card('Music'));
  const take = (by: StaffActor | YouthActor) =>
    network.database.withActor(
      by,
      { purpose: by.kind === 'youth' ? 'self-access' : 'care-plan-coordination', cases: [caseId] },
      (tx) =>
        tx`update case_item set revision = revision + 1 where case_id = ${caseId} and kind = 'card' returning 1`,
    );
  expect([await take(dana), await take(ortiz), await take(other)].map((rows) => rows.length)).toEqual([
    0, 0, 0,
  ]);
  expect(await take(young)).toHaveLength(1);
});

test('past the procedures, what a sheet says is said of their own sheet alone, as it stands', async () => {
  await writeOwn(told());
  await write(card('Tea'));
  const say = (
    kind: string,
    as: { owner?: AgencyId; mask?: bigint; at?: string; inCase?: CaseId; version?: number } = {},
  ) =>
    sqlStateOf(network, young, caseId, async (tx) => {
      if (!as.version)
        await tx`update case_item set body_version = body_version + 1 where case_id = ${caseId} and kind = ${kind}`;
      await tx`
        insert into case_item_body (case_id, item_id, version, owner_agency, category_mask, occurred_at, key_version, sealed)
        select ${as.inCase ?? caseId}, b.item_id, ${as.version ?? 2}, ${as.owner ?? harbor}, ${as.mask ?? maskOf(['about-me'])},
          coalesce(${as.at ?? null}::timestamptz, b.occurred_at), b.key_version, b.sealed
        from case_item_body b join case_item i on i.case_id = b.case_id and i.id = b.item_id
        where b.case_id = ${caseId} and i.kind = ${kind}`;
    });
  expect(await say('told-once', { version: 3 })).toBe('42501');
  expect(await say('told-once', { owner: ortiz.agencyId })).toBe('42501');
  expect(await say('told-once', { mask: maskOf(['about-me', 'id-core']) })).toBe('42501');
  expect(await say('told-once', { at: '2020-01-01' })).toBe('42501');
  const { caseId: other } = await network.openCase(dana, 'Sky');
  await network.owner(
    (
      sql,
    ) => sql`insert into case_item (case_id, id, kind, owner_agency, category_mask, created_by, occurred_at)
      select ${other}, id, 'note', owner_agency, category_mask, ${dana.staffId}, occurred_at
      from case_item where case_id = ${caseId} and kind = 'told-once'`,
  );
  expect(await say('told-once', { inCase: other })).toBe('42501');
  expect(await say('told-once')).toBe('ALLOWED');
  // Nothing of another item, though one of their own stands as it does.
  const { itemId: goalId } = await network.as(dana).cases.addGoal({ caseId, ownWords: 'Swim' });
  await network.owner(
    (
      sql,
    ) => sql`update case_item set category_mask = ${maskOf(['about-me']).toString()}, body_version = 2, occurred_at =
      (select occurred_at from case_item where case_id = ${caseId} and kind = 'told-once')
      where case_id = ${caseId} and id = ${goalId}`,
  );
  const ofGoal = sqlStateOf(
    network,
    young,
    caseId,
    (tx) => tx`
      insert into case_item_body (case_id, item_id, version, owner_agency, category_mask, occurred_at, key_version, sealed)
      select case_id, ${goalId}, 2, owner_agency, category_mask, occurred_at, 1, ''::bytea
      from case_item where case_id = ${caseId} and kind = 'told-once'`,
  );
  expect(await ofGoal).toBe('42501');
});

test('nothing is half written, and each writing leaves its line', async () => {
  await network.owner(
    (sql) => sql`alter table accord.ledger_entry add constraint killed check (action <> 'wrote') not valid`,
  );
  const killed = writeOwn(card('Music')).then(
    () => 'ALLOWED',
    () => 'FAILED',
  );
  expect(await killed).toBe('FAILED');
  await network.owner((sql) => sql`alter table accord.ledger_entry drop constraint killed`);
  expect(await ownSheet('card')).toEqual([]);
  await writeOwn(card('Music'));
  await writeOwn(card('Loud music'), 1);
  const lines = await network.owner(
    (sql) => sql<{ mask: string }[]>`select category_mask::text as mask from accord.ledger_entry
      where case_id = ${caseId} and action = 'wrote' and actor_kind = 'youth'`,
  );
  expect(lines.map(({ mask }) => BigInt(mask))).toEqual([maskOf(['about-me']), maskOf(['about-me'])]);
});
