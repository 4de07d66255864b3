import {
  type Actor,
  type AgencyId,
  type CaseId,
  newId,
  PURPOSES,
  StaffId,
  type StaffActor,
  type YouthActor,
} from '@accord/kernel';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { asked } from '../support/asked.ts';
import { Network } from '../support/network.ts';
import { assignRow, epochsFree, FUTURE, openRow, type OpenRow, PAST, shutRow } from './rows.ts';

/** Which key wraps are asked for, and which are taken: only what a basis covers, for whom it names. */
let network: Network;
let welfare: AgencyId;
let clinic: AgencyId;
let farAgency: AgencyId;
let dana: StaffActor;
let cora: StaffActor;
let sosa: StaffActor;
let far: StaffActor;
let young: YouthActor;
let other: YouthActor;
let caseId: CaseId;
let otherCase: CaseId;
let mask: bigint;

const JOB: Actor = { kind: 'system', job: 'keys' };

beforeAll(async () => {
  network = await Network.start();
  welfare = await network.addAgency('County Welfare', 'child-welfare');
  clinic = await network.addAgency('River Clinic', 'mental-health');
  dana = await network.addStaff(welfare, 'Dana');
  cora = await network.addStaff(welfare, 'Cora');
  sosa = await network.addStaff(clinic, 'Sosa');
  const { node, agencies } = await network.secondNode([{ name: 'Elsewhere', system: 'medical' }]);
  farAgency = agencies[0] ?? welfare;
  far = await node.addStaff(farAgency, 'Ash');
  await node.database.close();
  ({ caseId, young } = await network.openCase(dana, 'Robin'));
  ({ caseId: otherCase, young: other } = await network.openCase(dana, 'Sam'));
  for (const of of [caseId, otherCase])
    await network.as(dana).cases.addGoal({ caseId: of, ownWords: 'Learn to swim' });
  const keys = await network.owner(
    (sql) => sql<{ mask: string }[]>`select category_mask::text as mask from category_key
      where case_id = ${caseId} and category_mask & 8 <> 0`,
  );
  mask = BigInt(keys[0]?.mask ?? 0);
});
afterAll(() => network.close());
beforeEach(async () => {
  await network.owner(async (sql) => {
    await sql`delete from access_denial`;
    await sql`delete from key_wrap`;
    await sql`delete from assignment where staff_id <> ${dana.staffId}`;
    await sql`delete from effective_access where basis_kind = 'consent' or owner_agency <> ${welfare}`;
    await sql`delete from category_key where owner_agency <> ${welfare}`;
    await sql`delete from case_key where owner_agency <> ${welfare}`;
  });
});

const open = (row: Partial<OpenRow> = {}) =>
  openRow(network, { of: caseId, owner: welfare, kind: 'staff', to: sosa.staffId, mask, ...row });

interface Missing {
  owner: string;
  holder: string;
  mask: bigint;
  version: number;
  epoch: number;
  basis: string;
  ends: string;
  lead: string | null;
  secret: Buffer | null;
}
const missing = (who: Actor, of = caseId) =>
  asked(
    network,
    who,
    [caseId, otherCase],
    async (tx) => [
      ...(await tx<Missing[]>`select owner_agency as owner, holder_id as holder, category_mask as mask,
        key_version as version, holder_epoch as epoch, basis_id as basis, ends_at::text as ends, lead_agency as lead,
        holder_secret as secret from missing_wraps(${of})`),
    ],
    'care-plan-coordination',
  );
/** For whom a wrap of the plan's key is asked. */
const wanted = async (who: Actor, of = caseId) => {
  const found = await missing(who, of);
  if (typeof found === 'string') return found;
  const holders = found.filter((each) => (each.mask & 8n) !== 0n).map(({ holder }) => holder);
  return [...new Set(holders)].sort();
};
const sorted = (...ids: string[]) => ids.toSorted();

describe('a wrap is missing', () => {
  test('for the agency itself and the young person, and for each recipient’s agency', async () => {
    expect(await wanted(dana)).toEqual(sorted(welfare, young.youngPersonId));
    await open();
    expect(await wanted(dana)).toEqual(sorted(welfare, clinic, young.youngPersonId));
    await network.owner((sql) => sql`delete from effective_access where basis_kind = 'consent'`);
    await open({ kind: 'agency', to: clinic });
    expect(await wanted(dana)).toEqual(sorted(welfare, clinic, young.youngPersonId));
  });

  test('to whoever writes for the owner, and to the job that tends keys', async () => {
    expect(await wanted(cora)).toEqual([]);
    expect(await wanted(sosa)).toEqual([]);
    expect(await wanted(young)).toEqual([]);
    expect(await wanted(JOB)).toEqual(sorted(welfare, young.youngPersonId));
    expect(await wanted({ kind: 'system', job: 'directory' })).toEqual([]);
    await assignRow(network, caseId, cora, { kind: 'supervision' });
    expect(await wanted(cora)).toEqual([]);
  });

  test.each([
    ['has ended', { until: PAST }],
    ['does not cover the key', { mask: 16n }],
    ['is in another case', { of: 'other' }],
    ['is another owner’s', { owner: 'clinic' }],
  ] as const)('not by a basis that %s', async (_, row) => {
    await open({ ...row, of: 'of' in row ? otherCase : caseId, owner: 'owner' in row ? clinic : welfare });
    expect(await wanted(dana)).toEqual(sorted(welfare, young.youngPersonId));
  });

  test('not by a basis that lets know of it, and not see it', async () => {
    await open();
    await network.owner((sql) => sql`update effective_access set see_mask = 0 where basis_kind = 'consent'`);
    expect(await wanted(dana)).toEqual(sorted(welfare, young.youngPersonId));
  });

  test('not for a young person under whose id something is open to somebody else', async () => {
    await open({ to: other.youngPersonId });
    expect(await wanted(dana)).toEqual(sorted(welfare, young.youngPersonId));
  });

  test('not for whom a restriction names, or their agency', async () => {
    await open();
    await shutRow(network, caseId, sosa.staffId);
    expect(await wanted(dana)).toEqual(sorted(welfare, young.youngPersonId));
    await network.owner((sql) => sql`delete from access_denial`);
    await shutRow(network, caseId, clinic);
    expect(await wanted(dana)).toEqual(sorted(welfare, young.youngPersonId));
  });

  test('no more once it is there, for that basis, holder, kind and version', async () => {
    await open();
    const found = await missing(dana);
    if (typeof found === 'string') throw new Error(found);
    const one = found.find(({ holder }) => holder === clinic);
    expect(one).toBeDefined();
    const store = (change: Partial<Missing>) => {
      const wrap = { ...one, ...change } as Missing;
      return network.owner(
        (
          sql,
        ) => sql`insert into key_wrap (id, case_id, owner_agency, category_mask, key_version, holder_id, holder_epoch,
            basis_id, ends_at, wrapped)
          values (${randomUUID()}, ${caseId}, ${wrap.owner}, ${String(wrap.mask)}, ${wrap.version}, ${wrap.holder}, 1,
            ${wrap.basis}, 'infinity', '\\x00')`,
      );
    };
    await store({ basis: newId(StaffId) });
    await store({ holder: newId(StaffId) });
    expect(await wanted(dana)).toContain(clinic);
    await store({});
    expect(await wanted(dana)).not.toContain(clinic);
    expect(await wanted(dana, otherCase)).toContain(welfare);
  });

  test('with the end of its own basis', async () => {
    await open({ until: FUTURE });
    const found = await missing(dana);
    if (typeof found === 'string') throw new Error(found);
    expect(found.filter(({ holder }) => holder === clinic).map(({ ends }) => ends.slice(0, 4))).toContain(
      '2999',
    );
    expect(found.filter(({ holder }) => holder === welfare).map(({ ends }) => ends)).toContain('infinity');
  });

  test('for an agency with its present key alone', async () => {
    await network.owner(
      (sql) => sql`insert into agency_key (agency_id, epoch, public_key, retired_at)
        select agency_id, epoch + 100, public_key, now() from agency_key where agency_id = ${welfare} and retired_at is null`,
    );
    const found = await missing(dana);
    if (typeof found === 'string') throw new Error(found);
    expect(found.filter(({ holder, epoch }) => holder === welfare && epoch > 100)).toEqual([]);
  });

  test('of the young person with the secret that their lead agency keeps, where the node serves it', async () => {
    const leads = async () => {
      const found = await missing(dana);
      expect(found).toBeInstanceOf(Array);
      const own = (found as Missing[]).filter(({ holder }) => holder === young.youngPersonId);
      return [...new Set(own.map(({ lead, secret }) => `${lead} ${secret === null ? 'without' : 'with'}`))];
    };
    expect(await leads()).toEqual([`${welfare} with`]);
    await network.owner((sql) => sql`update case_file set lead_agency = ${farAgency} where id = ${caseId}`);
    expect(await leads()).toEqual([`${farAgency} without`]);
    await network.owner((sql) => sql`update case_file set lead_agency = ${welfare} where id = ${caseId}`);
  });

  test('of another owner’s key only to that owner, and of another node’s to nobody here', async () => {
    await network.owner(async (sql) => {
      for (const owner of [clinic, farAgency]) {
        await sql`insert into case_key select case_id, ${owner}, version, agency_epoch, wrapped from case_key
          where case_id = ${caseId} and owner_agency = ${welfare}`;
        await sql`insert into category_key (case_id, owner_agency, category_mask, key_version)
          values (${caseId}, ${owner}, ${String(mask)}, 1)`;
      }
    });
    for (const owner of [clinic, farAgency])
      await open({
        owner,
        kind: 'agency',
        to: owner,
        basis: 'own_custody',
        purpose: PURPOSES['care-plan-coordination'],
      });
    await assignRow(network, caseId, sosa);
    const owners = async (who: Actor) => {
      const found = await missing(who);
      return typeof found === 'string' ? found : [...new Set(found.map(({ owner }) => owner))].sort();
    };
    expect(await owners(dana)).toEqual([welfare]);
    expect(await owners(sosa)).toEqual([clinic]);
    expect(await owners(JOB)).toEqual(sorted(welfare, clinic));
    expect(await owners(far)).toEqual([]);
  });
});

describe('a wrap is taken', () => {
  type Wrap = { owner: string; mask: bigint; version: number; holder: string; epoch: number; basis: string };
  const put = (who: Actor, wrap: Wrap, of = caseId) =>
    asked(network, who, [caseId, otherCase], async (tx) => {
      await tx`select put_wrap(${randomUUID()}, ${of}, ${wrap.owner}, ${wrap.mask}, ${wrap.version}, ${wrap.holder},
        ${wrap.epoch}, ${wrap.basis}, '\\x00')`;
      return 'done';
    });
  const one = async (): Promise<Wrap & { ends: string }> => {
    await open({ until: FUTURE });
    const found = await missing(dana);
    const wrap = typeof found === 'string' ? undefined : found.find(({ holder }) => holder === clinic);
    if (wrap === undefined) throw new Error('nothing is missing');
    return wrap;
  };
  const stored = () =>
    network.owner(
      (sql) => sql<{ ends: string }[]>`select ends_at::text as ends from key_wrap where case_id = ${caseId}`,
    );

  test('once as it was asked for, with the end of its basis, and a second time as well', async () => {
    const wrap = await one();
    expect(await put(dana, wrap)).toBe('done');
    expect((await stored()).map(({ ends }) => ends.slice(0, 4))).toEqual(['2999']);
    expect(await put(dana, wrap)).toBe('done');
    expect(await stored()).toHaveLength(1);
  });

  test.each([
    ['another owner', () => ({ owner: clinic })],
    ['another kind', () => ({ mask: 1n << 40n })],
    ['another version', () => ({ version: 7 })],
    ['another holder', () => ({ holder: newId(StaffId) })],
    ['another epoch', () => ({ epoch: 77 })],
    ['another basis', () => ({ basis: newId(StaffId) })],
  ])('not for %s, before and after the right one', async (_, change) => {
    const wrap = await one();
    expect(await put(dana, { ...wrap, ...change() })).toBe('AC403');
    expect(await put(dana, wrap)).toBe('done');
    if (!('epoch' in change())) expect(await put(dana, { ...wrap, ...change() })).toBe('AC403');
    expect(await stored()).toHaveLength(1);
  });

  test('nor by somebody who was not asked, or for another case', async () => {
    const wrap = await one();
    expect(await put(cora, wrap)).toBe('AC403');
    expect(await put(sosa, wrap)).toBe('AC403');
    expect(await put(dana, wrap)).toBe('done');
    expect(await put(dana, wrap, otherCase)).toBe('AC403');
  });
});

describe('the job that tends keys', () => {
  const after = (who: Actor, from: string, most = 9) =>
    asked(network, who, [], async (tx) => {
      const rows = await tx<{ id: string; is: boolean }[]>`select case_id as id, is_missing as is
        from cases_after(${from}, ${most})`;
      return rows.map(({ id, is }) => [id, is]);
    });
  const FIRST = '00000000-0000-0000-0000-000000000000';

  test('goes through the cases of its node by id, and is told where a wrap is missing', async () => {
    expect(await after(JOB, FIRST)).toEqual(sorted(caseId, otherCase).map((id) => [id, true]));
    expect(await after(JOB, sorted(caseId, otherCase)[0] ?? '')).toHaveLength(1);
    expect(await after(JOB, FIRST, 1)).toHaveLength(1);
    expect(await after(dana, FIRST)).toEqual([]);
  });
});

test('whoever holds the keys of a case keeps their epoch too', async () => {
  const during = await asked(network, dana, [caseId], async (tx) => {
    await tx`select hold_keys(${caseId})`;
    return epochsFree(network);
  });
  expect(during).toBe(false);
  expect(await epochsFree(network)).toBe(true);
});
