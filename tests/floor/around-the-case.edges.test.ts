import { type AgencyId, type CaseId, PURPOSES, type StaffActor, type YouthActor } from '@accord/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { asked } from '../support/asked.ts';
import { Network } from '../support/network.ts';
import { assignRow, FUTURE, openRow, type OpenRow, PAST, shutRow } from './rows.ts';

/** Whom a reader learns of around a case: the audience of their own agency's items, and the team. */
let network: Network;
let welfare: AgencyId;
let clinic: AgencyId;
let school: AgencyId;
let dana: StaffActor;
let cora: StaffActor;
let sosa: StaffActor;
let tam: StaffActor;
let caseId: CaseId;
let otherCase: CaseId;
let young: YouthActor;

const PLAN = 8n;

beforeAll(async () => {
  network = await Network.start();
  welfare = await network.addAgency('County Welfare', 'child-welfare');
  clinic = await network.addAgency('River Clinic', 'mental-health');
  school = await network.addAgency('Hill School', 'education');
  dana = await network.addStaff(welfare, 'Dana');
  cora = await network.addStaff(welfare, 'Cora');
  sosa = await network.addStaff(clinic, 'Sosa');
  tam = await network.addStaff(school, 'Tam');
  ({ caseId, young } = await network.openCase(dana, 'Robin'));
  ({ caseId: otherCase } = await network.openCase(dana, 'Sam'));
});
afterAll(() => network.close());
beforeEach(async () => {
  await network.owner(async (sql) => {
    await sql`delete from access_denial`;
    await sql`delete from assignment where staff_id <> ${dana.staffId}`;
    await sql`delete from effective_access where basis_kind = 'consent' or owner_agency <> ${welfare}`;
    await sql`update staff set ended_at = null`;
  });
});

const open = (row: Partial<OpenRow> = {}) =>
  openRow(network, { of: caseId, owner: welfare, kind: 'staff', to: sosa.staffId, ...row });
const leaves = ({ staffId }: StaffActor, when: string) =>
  network.owner((sql) => sql`update staff set ended_at = ${when}::text::timestamptz where id = ${staffId}`);
/** The clinic's own hold on the case, with Sosa on it. */
const join = async () => {
  await open({ owner: clinic, kind: 'agency', to: clinic, basis: 'own_custody' });
  await assignRow(network, caseId, sosa);
};

type Who = StaffActor | YouthActor;
const audience = (who: Who) =>
  asked(network, who, [caseId, otherCase], async (tx) => {
    const rows = await tx<
      { name: string; mask: bigint }[]
    >`select name, see_mask as mask from audience(${caseId})`;
    return rows.map(({ name, mask }) => `${name} ${mask}`).sort();
  });
const team = (who: Who) =>
  asked(network, who, [caseId, otherCase], async (tx) => {
    const rows = await tx<{ name: string; agency: string }[]>`select name, agency from team(${caseId})`;
    return rows.map(({ name, agency }) => `${name}, ${agency}`);
  });

describe('the audience', () => {
  test('people and agencies, by name, to the agency that shares and to the young person', async () => {
    await open();
    await open({ kind: 'agency', to: school });
    expect(await audience(dana)).toEqual(['Hill School 8', 'Sosa 8']);
    expect(await audience(young)).toEqual(['Hill School 8', 'Sosa 8']);
  });

  test('no agency by its name where the id of a person stands, nor the other way round', async () => {
    await open({ to: clinic });
    await open({ kind: 'agency', to: sosa.staffId });
    expect(await audience(dana)).toEqual(['null 8', 'null 8']);
  });

  test('neither a recipient nor a colleague who is not on the case asks for it', async () => {
    await open();
    expect(await audience(sosa)).toEqual([]);
    expect(await audience(cora)).toEqual([]);
  });

  test('an agency learns of its own recipients alone; the young person of all', async () => {
    await join();
    await open();
    await open({ owner: clinic, to: tam.staffId });
    expect(await audience(dana)).toEqual(['Sosa 8']);
    expect(await audience(sosa)).toEqual(['Tam 8']);
    expect(await audience(young)).toEqual(['Sosa 8', 'Tam 8']);
  });

  test.each([
    ['has ended', { until: PAST }],
    ['has not begun', { from: FUTURE }],
    ['is in another case', { of: 'other' }],
  ])('not whom a permission names that %s', async (_, { of, ...row }: Partial<Record<string, string>>) => {
    await open({ ...row, ...(of === undefined ? {} : { of: otherCase }) });
    expect(await audience(dana)).toEqual([]);
  });

  test('not who has left; who leaves later is there', async () => {
    await open();
    await leaves(sosa, FUTURE);
    expect(await audience(dana)).toEqual(['Sosa 8']);
    await leaves(sosa, PAST);
    expect(await audience(dana)).toEqual([]);
  });

  test('without what a restriction takes, on the person or on their agency', async () => {
    await open({ mask: PLAN | 16n });
    await shutRow(network, caseId, sosa.staffId);
    expect(await audience(dana)).toEqual(['Sosa 16']);
    await network.owner((sql) => sql`delete from access_denial`);
    await shutRow(network, caseId, clinic, { mask: 16 });
    expect(await audience(dana)).toEqual(['Sosa 8']);
  });

  test('with what each may read, and not with what they may only know of', async () => {
    await open({ mask: PLAN });
    await network.owner(
      (sql) => sql`update effective_access set know_mask = ${String(PLAN | 16n)}
        where case_id = ${caseId} and grantee_id = ${sosa.staffId}`,
    );
    expect(await audience(dana)).toEqual(['Sosa 8']);
  });

  test.each([
    ['that has ended', { until: PAST }],
    ['that has not begun', { from: FUTURE }],
  ])('a restriction %s takes nothing', async (_, dates) => {
    await open();
    await shutRow(network, caseId, sosa.staffId, dates);
    await shutRow(network, otherCase, sosa.staffId);
    await shutRow(network, caseId, tam.staffId);
    expect(await audience(dana)).toEqual(['Sosa 8']);
  });
});

describe('the team', () => {
  test('colleagues on the case, and recipients in their own name', async () => {
    await open();
    await assignRow(network, caseId, cora);
    expect(await team(dana)).toEqual(['Cora, County Welfare', 'Dana, County Welfare', 'Sosa, River Clinic']);
  });

  test('a recipient who may only know of something too', async () => {
    await open();
    await network.owner(
      (sql) => sql`update effective_access set see_mask = 0 where grantee_id = ${sosa.staffId}`,
    );
    expect(await team(dana)).toEqual(['Dana, County Welfare', 'Sosa, River Clinic']);
  });

  test('nobody asks who is not on the case', async () => {
    await open();
    expect(await team(cora)).toEqual([]);
    expect(await team(sosa)).toEqual([]);
  });

  test('who is assigned for another agency is known to it and to the young person', async () => {
    await join();
    expect(await team(dana)).toEqual(['Dana, County Welfare']);
    expect(await team(sosa)).toEqual(['Sosa, River Clinic']);
    await open({ owner: clinic, to: dana.staffId });
    expect(await team(dana)).toEqual(['Dana, County Welfare']);
    // As far as what that agency holds is open to them at all.
    const own = {
      owner: clinic,
      kind: 'young_person',
      to: young.youngPersonId,
      basis: 'self_access',
      purpose: PURPOSES['self-access'],
    } as const;
    await open({ ...own, of: otherCase });
    expect(await team(young)).toEqual(['Dana, County Welfare']);
    await open(own);
    expect(await team(young)).toEqual(['Dana, County Welfare', 'Sosa, River Clinic']);
  });

  test.each([
    ['ended', { from: PAST, until: PAST.replace('2020', '2021') }],
    ['not begun', { from: FUTURE }],
  ])('not by an assignment that has %s', async (_, dates) => {
    await assignRow(network, caseId, cora, dates);
    await assignRow(network, otherCase, cora);
    expect(await team(dana)).toEqual(['Dana, County Welfare']);
  });

  test.each([
    ['has ended', { until: PAST }],
    ['has not begun', { from: FUTURE }],
    ['is an agency’s', { kind: 'agency', to: 'clinic' }],
    ['is an agency’s by the id of a person', { kind: 'agency' }],
    ['is in another case', { of: 'other' }],
  ] as const)('not by a permission that %s', async (_, row) => {
    await open({
      ...row,
      of: 'of' in row ? otherCase : caseId,
      to: 'to' in row ? clinic : sosa.staffId,
    });
    expect(await team(dana)).toEqual(['Dana, County Welfare']);
  });

  test('another agency’s recipients are for that agency and the young person', async () => {
    await join();
    await open({ owner: clinic, to: tam.staffId });
    expect(await team(dana)).toEqual(['Dana, County Welfare']);
    expect(await team(sosa)).toEqual(['Sosa, River Clinic', 'Tam, Hill School']);
    expect(await team(young)).toEqual(['Dana, County Welfare', 'Tam, Hill School']);
  });

  test('not who has left; who leaves later is there', async () => {
    await open();
    await leaves(sosa, FUTURE);
    expect(await team(dana)).toContain('Sosa, River Clinic');
    await leaves(sosa, PAST);
    expect(await team(dana)).toEqual(['Dana, County Welfare']);
  });

  test('not who is kept out of all of it', async () => {
    await open();
    await assignRow(network, caseId, cora);
    await shutRow(network, caseId, sosa.staffId);
    await network.owner(
      (sql) => sql`insert into access_denial (id, case_id, target_kind, target_id, categories)
        values (${cora.staffId}, ${caseId}, 'staff', ${cora.staffId}, 9223372036854775807)`,
    );
    expect(await team(dana)).toEqual(['Dana, County Welfare']);
  });
});
