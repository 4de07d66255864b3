import { maskOf } from '@accord/consent';
import { openDatabase } from '@accord/db';
import { type AgencyId, type CaseId, PURPOSES, type StaffActor, type YouthActor } from '@accord/kernel';
import { CASE_KEY, shareMissing, UnsealError, unwrapAny, type WrapContext } from '@accord/vault';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Network } from '../support/network.ts';
import { refusalOf } from '../support/refused.ts';
import { opened, pageOf, sealedItems, SPEAK } from './support.ts';

let county: Network;
let river: Network;
let dana: StaffActor;
let ortiz: StaffActor;
let sosa: StaffActor;
let clinic: AgencyId;
let young: YouthActor;
let caseId: CaseId;
let otherCase: CaseId;

beforeAll(async () => {
  county = await Network.start();
  dana = await county.addStaff(await county.addAgency('County Welfare', 'child-welfare'), 'Dana');
  ortiz = await county.addStaff(await county.addAgency('Town Police', 'law-enforcement'), 'Ortiz');
  const second = await county.secondNode([{ name: 'River Clinic', system: 'mental-health' }]);
  river = second.node;
  clinic = second.agencies[0] as AgencyId;
  sosa = await river.addStaff(clinic, 'Sosa');

  ({ caseId, young } = await county.openCase(dana, 'Robin'));
  await county.as(dana).cases.addGoal({ caseId, ownWords: 'Learn to swim' });
  await county.as(dana).cases.addNote({ caseId, category: 'cw-record', facts: 'Visited at home' });
  ({ caseId: otherCase } = await county.openCase(dana, 'Kim'));
  await county.as(dana).cases.addGoal({ caseId: otherCase, ownWords: 'Play chess' });
  await county.share(dana, caseId, { as: sosa, mayWrite: true }, ['case-plan']);
  await river.as(sosa).cases.addNote({ caseId, category: 'mh-record', facts: 'Session on Tuesday' });
  await river.as(sosa).cases.addNote({ caseId, category: 'appointments', facts: 'Next on Friday' });
});
afterAll(async () => {
  await river.database.close();
  await county.close();
});

const bodies = (...texts: object[]) => texts.map((text) => JSON.stringify(text)).sort();
const GOAL = { ownWords: 'Learn to swim' };
const SESSION = { facts: 'Session on Tuesday' };
const FRIDAY = { facts: 'Next on Friday' };

test('an agency with a ring of its own reads what was shared with it and its own text, and nothing else', async () => {
  const page = await pageOf(river, sosa, caseId);
  expect([...page.values()].sort()).toEqual(bodies(GOAL, SESSION, FRIDAY));
  expect((await river.as(sosa).cases.list()).cases.map((each) => each.caseId)).toEqual([caseId]);
  expect(await refusalOf(river.as(sosa).cases.open({ caseId: otherCase }))).toBe('NOT_FOUND');
});

test('with the floor wide open, its vault still opens no more than that', async () => {
  const rows = [...(await sealedItems(county, caseId)), ...(await sealedItems(county, otherCase))];
  expect((await opened(river, sosa, caseId, rows)).sort()).toEqual(bodies(GOAL, SESSION, FRIDAY));
});

test('what crosses between the rings is closed with the public key of the one who receives it', async () => {
  const kinds = await county.owner(
    (sql) => sql<{ first: number; owner: string }[]>`
      select distinct get_byte(wrapped, 0) as first, owner_agency as owner from key_wrap where holder_id = ${clinic}`,
  );
  expect(kinds.map(({ first, owner }) => [owner === clinic, first]).sort()).toEqual([
    [false, 2],
    [true, 1],
  ]);
});

test('the first node cannot speak for an agency whose ring is elsewhere', async () => {
  expect(await refusalOf(county.as(sosa).cases.open({ caseId }))).toBe('NOT_FOUND');
  expect((await county.as(sosa).cases.list()).cases).toEqual([]);
  expect(await refusalOf(county.as(sosa).cases.addGoal({ caseId, ownWords: 'Not hers' }))).toBe('NOT_FOUND');
});

test('nor can the second for those of the first, under its own name or under the other’s', async () => {
  expect(await refusalOf(river.as(dana).cases.open({ caseId }))).toBe('NOT_FOUND');
  expect(await refusalOf(river.as(dana).cases.addGoal({ caseId, ownWords: 'Not hers' }))).toBe('NOT_FOUND');
  expect(await refusalOf(river.asYouth(young).mine.open())).toBe('NOT_FOUND');
  const { nodeId } = county.database.node;
  const forged = openDatabase({
    url: county.storage.runtimeUrl,
    node: { nodeId, key: river.database.node.key },
  });
  const heard = await forged.withActor(dana, SPEAK, async (tx) => {
    const [row] = await tx<{ kind: string | null }[]>`select (accord.context()).kind`;
    return row?.kind;
  });
  await forged.close();
  expect(heard).toBeNull();
});

test('with the floor wide open, the first node’s vault opens none of that agency’s text for anyone but the young person', async () => {
  const rows = (await sealedItems(county, caseId)).filter((row) => row.ownerAgency === clinic);
  expect(new Set(rows.map((row) => row.holderId))).toEqual(new Set([clinic, young.youngPersonId]));
  for (const actor of [dana, ortiz, sosa]) expect(await opened(county, actor, caseId, rows)).toEqual([]);
  expect(await opened(county, young, caseId, rows)).toEqual(bodies(FRIDAY));
});

test('no secret of the first ring opens any key that is held by the other agency', async () => {
  const rows = (await sealedItems(county, caseId)).filter((row) => row.holderId === clinic);
  const [caseKey] = await county.owner(
    (sql) =>
      sql<
        { wrapped: Buffer }[]
      >`select wrapped from case_key where case_id = ${caseId} and owner_agency = ${clinic}`,
  );
  const custody = {
    wrapId: caseId,
    caseId,
    ownerAgencyId: clinic,
    categoryMask: CASE_KEY,
    keyVersion: 0,
    holderId: clinic,
    basisId: clinic,
    endsAt: null,
  };
  const wraps: [Buffer, WrapContext][] = rows.map((row) => [
    row.wrapped ?? Buffer.alloc(0),
    {
      ...row,
      wrapId: row.wrapId ?? '',
      ownerAgencyId: row.ownerAgency,
      holderId: clinic,
      basisId: row.basisId ?? '',
      endsAt: row.endsAt === null ? null : new Date(row.endsAt),
    },
  ]);
  wraps.push([caseKey?.wrapped ?? Buffer.alloc(0), custody]);
  expect(wraps.length).toBeGreaterThan(3);
  for (const [wrapped, context] of wraps) {
    for (const agency of county.vault.ring.agencies()) {
      expect(() => unwrapAny(county.vault.ring.current(agency), wrapped, context)).toThrow(UnsealError);
    }
    expect(unwrapAny(river.vault.ring.current(clinic), wrapped, context)).toBeDefined();
  }
});

test('the young person, whose key is on the first ring, reads what the second node wrote for them to see', async () => {
  expect([...(await pageOf(county, young, caseId)).values()]).toContain(JSON.stringify(FRIDAY));
});

test('what the second node’s agency shares is read on the first, until it is stopped there', async () => {
  expect([...(await pageOf(county, dana, caseId)).values()]).not.toContain(JSON.stringify(SESSION));
  const grantId = await river.share(sosa, caseId, { as: dana }, ['mh-record']);
  expect([...(await pageOf(county, dana, caseId)).values()]).toContain(JSON.stringify(SESSION));
  await river.as(sosa).consent.stop({ caseId, grantId });
  expect([...(await pageOf(county, dana, caseId)).values()]).not.toContain(JSON.stringify(SESSION));
});

test('what a basis opens before the owner’s node knows of it is being prepared, until that node shares it', async () => {
  const order = randomUUID();
  const mask = maskOf(['mh-record']).toString();
  await county.owner(
    (
      sql,
    ) => sql`insert into effective_access (case_id, owner_agency, grantee_kind, grantee_id, purpose, basis_kind,
        basis_id, see_mask, know_mask, valid_from, valid_to, opened_at)
      values (${caseId}, ${clinic}, 'staff', ${ortiz.staffId}, ${PURPOSES[SPEAK.purpose]}, 'court_order', ${order},
        ${mask}, ${mask}, now(), now() + interval '1 day', now())`,
  );
  expect([...(await pageOf(county, ortiz, caseId)).values()]).toEqual(['preparing']);
  expect(await shareMissing(county.database, county.vault)).toBe(0);
  expect([...(await pageOf(county, ortiz, caseId)).values()]).toEqual(['preparing']);

  expect(await shareMissing(river.database, river.vault)).toBe(1);
  expect([...(await pageOf(county, ortiz, caseId)).values()]).toEqual(bodies(SESSION));
  expect(await shareMissing(river.database, river.vault)).toBe(0);
});
