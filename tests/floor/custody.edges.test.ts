import {
  type AgencyId,
  CaseId,
  newId,
  PURPOSES,
  StaffId,
  type StaffActor,
  type YouthActor,
} from '@accord/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { asked } from '../support/asked.ts';
import { Network } from '../support/network.ts';
import { assignRow, FUTURE } from './rows.ts';

/** How an agency comes to hold a case, and who in it is put on it. */
let network: Network;
let welfare: AgencyId;
let dana: StaffActor;
let cora: StaffActor;
let sosa: StaffActor;
let caseId: CaseId;
let young: YouthActor;

beforeAll(async () => {
  network = await Network.start();
  welfare = await network.addAgency('County Welfare', 'child-welfare');
  dana = await network.addStaff(welfare, 'Dana');
  cora = await network.addStaff(welfare, 'Cora');
  sosa = await network.addStaff(await network.addAgency('River Clinic', 'mental-health'), 'Sosa');
});
afterAll(() => network.close());
// One case alone: that a second one can be opened at all is for a test to say, not for what arranges it.
beforeEach(async () => {
  ({ caseId, young } = await network.openCase(dana, 'Robin'));
});

interface Held {
  grantee: string;
  purpose: number;
  basis: string;
  mask: bigint;
  know: bigint;
  from: Date;
  until: string;
  own: boolean;
}
const rowsOf = (of: CaseId) =>
  network.owner(
    (sql) => sql<Held[]>`select grantee_id as grantee, e.purpose, basis_kind as basis, see_mask as mask,
        know_mask as know, valid_from as from, valid_to::text as until, e.opened_at = f.opened_at as own
      from effective_access e join case_file f on f.id = e.case_id where e.case_id = ${of} order by basis_kind, e.purpose`,
  );

describe('a new case', () => {
  test('is opened by staff alone', async () => {
    const id = newId(CaseId);
    const open = (who: StaffActor | YouthActor) =>
      asked(network, who, [id], async (tx) => {
        await tx`select create_case(${id}, ${newId(StaffId)}, 'Heron', array[1, 2]::smallint[], 9::smallint, 8)`;
        return 'done';
      });
    expect(await open(young)).toBe('AC404');
    expect(await rowsOf(id)).toHaveLength(0);
    expect(await open(dana)).toBe('done');
    const rows = await rowsOf(id);
    expect(rows.map(({ basis, purpose }) => `${basis} ${purpose}`)).toEqual([
      'own_custody 1',
      'own_custody 2',
      'self_access 9',
    ]);
    const [file] = await network.owner(
      (sql) => sql<
        { lead: string; staff: string[] }[]
      >`select lead_agency as lead, array(select staff_id from assignment
        where case_id = ${id}) as staff from case_file where id = ${id}`,
    );
    expect(file).toEqual({ lead: welfare, staff: [dana.staffId] });
  });

  test('opens to its agency every kind but those for their author alone, and dates from its own beginning', async () => {
    const [wanted] = await network.owner(
      (sql) =>
        sql<
          { mask: string }[]
        >`select sum(1::bigint << bit)::text as mask from category where not author_only`,
    );
    const rows = await rowsOf(caseId);
    expect(rows.filter(({ basis }) => basis === 'own_custody').length).toBeGreaterThan(0);
    for (const { basis, grantee, mask, know, until, own } of rows) {
      expect([own, until]).toEqual([true, 'infinity']);
      if (basis !== 'own_custody') continue;
      expect([grantee, String(mask), String(know)]).toEqual([welfare, wanted?.mask, wanted?.mask]);
    }
  });

  test('opens to the young person what it says, for their own purpose', async () => {
    const own = (await rowsOf(caseId)).filter(({ basis }) => basis === 'self_access');
    expect(own.map(({ grantee, purpose }) => [grantee, purpose])).toEqual([
      [young.youngPersonId, PURPOSES['self-access']],
    ]);
  });
});

describe('a colleague is put on a case', () => {
  let otherCase: CaseId;
  beforeEach(async () => {
    ({ caseId: otherCase } = await network.openCase(dana, 'Sam'));
  });
  const put = (by: StaffActor, who: StaffActor, until = 'infinity', of = caseId) =>
    asked(network, by, [caseId, otherCase], async (tx) => {
      await tx`select assign(${of}, ${who.staffId}, 'cover', ${until}::text::timestamptz)`;
      return 'done';
    });
  const ends = (who: StaffActor, of = caseId) =>
    network.owner(async (sql) => {
      const rows = await sql<
        { end: string }[]
      >`select extract(year from valid_to)::text as end from assignment
        where case_id = ${of} and staff_id = ${who.staffId} and kind = 'cover'`;
      return rows.map(({ end }) => end);
    });

  test('by somebody who is on it, and a second time with another end', async () => {
    expect(await put(dana, cora, FUTURE)).toBe('done');
    expect(await ends(cora)).toEqual(['2999']);
    expect(await put(dana, cora, '2998-06-01')).toBe('done');
    expect(await ends(cora)).toEqual(['2998']);
    expect(await ends(cora, otherCase)).toEqual([]);
  });

  test('not by somebody who is not on it, nor by their own hand', async () => {
    expect(await put(cora, dana)).toBe('AC404');
    expect(await put(dana, dana)).toBe('AC404');
    await assignRow(network, otherCase, cora);
    expect(await put(cora, dana)).toBe('AC404');
    expect(await ends(dana)).toEqual([]);
  });

  test('not somebody of another agency, nor who has left, nor nobody', async () => {
    expect(await put(dana, sosa)).toBe('AC404');
    expect(await put(dana, { ...cora, staffId: newId(StaffId) })).toBe('AC404');
    const former = await network.addStaff(welfare, 'Former');
    await network.owner((sql) => sql`update staff set ended_at = now() where id = ${former.staffId}`);
    expect(await put(dana, former)).toBe('AC404');
    expect([...(await ends(sosa)), ...(await ends(former))]).toEqual([]);
  });
});
