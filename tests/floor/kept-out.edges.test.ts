import { type CaseId, newId, StaffId, type StaffActor, type YouthActor } from '@accord/kernel';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { asked } from '../support/asked.ts';
import { Network } from '../support/network.ts';

/** The functions behind "keep out", by hand: every condition in them decides something. */
let network: Network;
let dana: StaffActor;
let sosa: StaffActor;
let ortiz: StaffActor;
let young: YouthActor;
let other: YouthActor;
let caseId: CaseId;
let otherCase: CaseId;

beforeAll(async () => {
  network = await Network.start();
  dana = await network.addStaff(await network.addAgency('County Welfare', 'child-welfare'), 'Dana');
  const clinic = await network.addAgency('Riverbend', 'mental-health');
  sosa = await network.addStaff(clinic, 'Elena');
  ortiz = await network.addStaff(clinic, 'Ortiz');
  ({ caseId, young } = await network.openCase(dana, 'Robin'));
  ({ caseId: otherCase, young: other } = await network.openCase(dana, 'Sam'));
});
afterAll(() => network.close());
beforeEach(() => network.owner((sql) => sql`delete from access_denial`));

type Who = StaffActor | YouthActor;
const keepOut = (by: Who, person: StaffActor, of = caseId) =>
  asked(network, by, [caseId, otherCase], async (tx) => {
    await tx`select keep_out(${of}, ${person.staffId}, ${newId(StaffId)})`;
    return 'done';
  });
const letBack = (by: Who, person: StaffActor) =>
  asked(network, by, [caseId, otherCase], async (tx) => {
    await tx`select let_back(${caseId}, ${person.staffId})`;
    return 'done';
  });
const listed = (by: Who) =>
  asked(network, by, [caseId, otherCase], async (tx) => {
    const rows = await tx<{ name: string; agency: string }[]>`select name, agency from kept_out(${caseId})`;
    return rows.map(({ name, agency }) => `${name}, ${agency}`);
  });
/** Who is kept out of what now, whatever anybody is told. */
const standing = () =>
  network.owner(async (sql) => {
    const rows = await sql<
      { case_id: CaseId; target_id: string }[]
    >`select case_id, target_id from access_denial
      where valid_to = 'infinity' order by target_id`;
    return rows.map(({ case_id: of, target_id: target }) => `${of} ${target}`);
  });

test('the young person keeps somebody out, and saying it twice is saying it once', async () => {
  expect(await keepOut(young, sosa)).toBe('done');
  expect(await keepOut(young, sosa)).toBe('done');
  expect(await standing()).toEqual([`${caseId} ${sosa.staffId}`]);
});

test('neither staff nor another young person keeps anybody out', async () => {
  expect(await keepOut(dana, sosa)).toBe('AC404');
  expect(await keepOut(other, sosa)).toBe('AC404');
  expect(await standing()).toEqual([]);
});

test('who leaves later can still be named; who has left cannot', async () => {
  const leaves = (when: string) =>
    network.owner(
      (sql) => sql`update staff set ended_at = ${when}::text::timestamptz where id = ${ortiz.staffId}`,
    );
  await leaves('2999-01-01');
  expect(await keepOut(young, ortiz)).toBe('done');
  await leaves('2020-01-01');
  expect(await keepOut(young, ortiz)).toBe('AC404');
  await network.owner((sql) => sql`update staff set ended_at = null where id = ${ortiz.staffId}`);
});

test('only the young person lets somebody back, and only the one who is named', async () => {
  await keepOut(young, sosa);
  await keepOut(young, ortiz);
  expect(await letBack(dana, sosa)).toBe('AC404');
  expect(await letBack(other, sosa)).toBe('AC404');
  expect(await standing()).toHaveLength(2);
  expect(await letBack(young, sosa)).toBe('done');
  expect(await standing()).toEqual([`${caseId} ${ortiz.staffId}`]);
  expect(await letBack(young, sosa)).toBe('AC404');
});

test('in one case, and not in another', async () => {
  await keepOut(young, sosa);
  await keepOut(other, sosa, otherCase);
  expect(await letBack(young, sosa)).toBe('done');
  expect(await standing()).toEqual([`${otherCase} ${sosa.staffId}`]);
});

test('the list is theirs alone, and holds those whom they keep out now', async () => {
  await keepOut(young, sosa);
  await keepOut(other, ortiz, otherCase);
  await network.owner(
    (sql) => sql`insert into access_denial (id, case_id, target_kind, target_id, categories)
      values (${newId(StaffId)}, ${caseId}, 'staff', ${ortiz.staffId}, 1)`,
  );
  expect(await listed(young)).toEqual(['Elena, Riverbend']);
  expect(await listed(dana)).toEqual([]);
  expect(await listed(other)).toEqual([]);
  await letBack(young, sosa);
  expect(await listed(young)).toEqual([]);
});

test('a restriction of somebody else’s stays where it is', async () => {
  await network.owner(
    (sql) => sql`insert into access_denial (id, case_id, target_kind, target_id, categories)
      values (${newId(StaffId)}, ${caseId}, 'staff', ${sosa.staffId}, 1)`,
  );
  expect(await letBack(young, sosa)).toBe('AC404');
  expect(await standing()).toHaveLength(1);
});
