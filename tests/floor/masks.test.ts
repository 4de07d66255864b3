import { maskOf } from '@accord/consent';
import type { Tx } from '@accord/db';
import { type AgencyId, type CaseId, GrantId, newId, type StaffActor, type YouthActor } from '@accord/kernel';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Network } from '../support/network.ts';

// What one permission opens, what two do not, and what beats them all. Items are counted as the floor gives them.

let network: Network;
let dana: StaffActor;
let sosa: StaffActor;
let ortiz: StaffActor;
let welfare: AgencyId;
let clinic: AgencyId;
let caseId: CaseId;
let young: YouthActor;
let both: string;
let grants: GrantId[] = [];

beforeAll(async () => {
  network = await Network.start();
  welfare = await network.addAgency('County Welfare', 'child-welfare');
  clinic = await network.addAgency('River Clinic', 'mental-health');
  dana = await network.addStaff(welfare, 'Dana');
  sosa = await network.addStaff(clinic, 'Sosa');
  ortiz = await network.addStaff(await network.addAgency('Town Police', 'law-enforcement'), 'Ortiz');
  ({ caseId, young } = await network.openCase(dana, 'Robin'));
  await network.share(dana, caseId, { as: sosa, mayWrite: true }, ['case-plan']);
  await network.as(dana).cases.addGoal({ caseId, ownWords: 'Learn to swim' });
  both = await addItem(dana, ['case-plan', 'appointments']);
});
afterAll(() => network.close());
afterEach(async () => {
  for (const grantId of grants) await network.asYouth(young).mine.stop({ grantId });
  grants = [];
  await network.owner((sql) => sql`delete from access_denial`);
});

const reach = () => ({ purpose: 'care-plan-coordination', cases: [caseId] }) as const;
const asOrtiz = <T>(work: (tx: Tx) => Promise<T>) => network.database.withActor(ortiz, reach(), work);

async function addItem(
  author: StaffActor,
  kinds: Parameters<typeof maskOf>[0],
  occurredAt = '2026-03-01',
): Promise<string> {
  const itemId = newId(GrantId);
  await network.owner(async (sql) => {
    const row = {
      case_id: caseId,
      owner_agency: author.agencyId,
      category_mask: maskOf(kinds).toString(),
      occurred_at: new Date(occurredAt),
    };
    await sql`insert into case_item ${sql({ ...row, id: itemId, kind: 'note', created_by: author.staffId })}`;
    await sql`insert into case_item_body ${sql({ ...row, item_id: itemId, version: 1, key_version: 1, sealed: Buffer.of(0) })}`;
  });
  return itemId;
}

async function share(kinds: Parameters<Network['share']>[3], worker = dana): Promise<GrantId> {
  const grantId = await network.share(worker, caseId, { as: ortiz }, kinds);
  grants.push(grantId);
  return grantId;
}

/** Ids of the items that Ortiz knows of and may see. The two must be the same: a permission opens no stub. */
async function open(): Promise<string[]> {
  return asOrtiz(async (tx) => {
    const known = (await tx<{ id: string }[]>`select id from case_item order by 1`).map(({ id }) => id);
    const seen = (await tx<{ id: string }[]>`select item_id as id from case_item_body order by 1`).map(
      ({ id }) => id,
    );
    expect(seen).toEqual(known);
    return known;
  });
}

describe('one permission must cover an item by itself', () => {
  test('two half-permissions open nothing together', async () => {
    await share(['case-plan']);
    await share(['appointments']);
    expect(await open()).not.toContain(both);
  });

  test('one that names both kinds opens it', async () => {
    await share(['case-plan', 'appointments']);
    expect(await open()).toContain(both);
  });

  test('one that loses a kind to a stop closes it, and leaves what it still covers', async () => {
    const grantId = await share(['case-plan', 'appointments']);
    const before = await open();
    await network.asYouth(young).mine.stop({ grantId, categories: ['appointments'] });
    const after = await open();
    expect(after).not.toContain(both);
    expect(after.length).toBeGreaterThan(0);
    expect(after.length).toBeLessThan(before.length);
  });

  test('a permission of one owner opens no other owner’s item of the same kind', async () => {
    const theirs = await addItem(sosa, ['appointments']);
    await share(['appointments']);
    expect(await open()).not.toContain(theirs);
    await share(['appointments'], sosa);
    expect(await open()).toContain(theirs);
  });

  test('a permission for one purpose opens nothing for another', async () => {
    await share(['case-plan']);
    const other = { ...reach(), purpose: 'investigation' } as const;
    expect(await network.database.withActor(ortiz, other, (tx) => tx`select from case_item`)).toHaveLength(0);
  });
});

describe('a restriction beats any basis', () => {
  const deny = (target: StaffActor | AgencyId, kinds: Parameters<typeof maskOf>[0], until = 'infinity') =>
    network.owner(
      (sql) => sql`insert into access_denial (id, case_id, target_kind, target_id, categories, valid_to)
      values (gen_random_uuid(), ${caseId}, ${typeof target === 'string' ? 'agency' : 'staff'},
        ${typeof target === 'string' ? target : target.staffId}, ${maskOf(kinds).toString()}, ${until}::text::timestamptz)`,
    );

  test.each([
    ['a person', () => ortiz],
    ['an agency', () => ortiz.agencyId],
  ] as const)('on %s, for one kind of an item', async (_, target) => {
    await share(['case-plan', 'appointments']);
    await deny(target(), ['appointments']);
    const left = await open();
    expect(left).not.toContain(both);
    expect(left.length).toBeGreaterThan(0);
  });

  test('on all that is open: the case is not there', async () => {
    await share(['case-plan']);
    await deny(ortiz, ['case-plan']);
    expect(await open()).toEqual([]);
    expect(await asOrtiz((tx) => tx`select from case_file`)).toHaveLength(0);
    expect((await network.as(ortiz).cases.list()).cases).toEqual([]);
  });

  test('holds for own custody too', async () => {
    await deny(dana, ['appointments']);
    const seen = await network.database.withActor(
      dana,
      reach(),
      (tx) => tx<{ id: string }[]>`select id from case_item`,
    );
    expect(seen.map(({ id }) => id)).not.toContain(both);
    expect(seen.length).toBeGreaterThan(0);
  });

  test('of another person takes nothing away', async () => {
    await share(['case-plan', 'appointments']);
    const before = await open();
    await deny(sosa, ['case-plan']);
    expect(await open()).toEqual(before);
  });
});

describe('time', () => {
  test('a permission that reaches its end is over at the next read, without any job', async () => {
    const grantId = await share(['case-plan']);
    expect(await open()).not.toEqual([]);
    await network.owner(
      (sql) => sql`update effective_access set valid_to = now() where basis_id = ${grantId}`,
    );
    expect(await open()).toEqual([]);
    expect(await asOrtiz((tx) => tx`select from case_file`)).toHaveLength(0);
  });

  test('a permission that has not begun opens nothing', async () => {
    const grantId = await share(['case-plan']);
    await network.owner(
      (sql) =>
        sql`update effective_access set valid_from = now() + interval '1 day' where basis_id = ${grantId}`,
    );
    expect(await open()).toEqual([]);
  });

  test('a data period opens what happened in it: its first instant is in, its last is not', async () => {
    const days = [
      '2025-12-31T23:59:59Z',
      '2026-01-01T00:00:00Z',
      '2026-01-31T23:59:59Z',
      '2026-02-01T00:00:00Z',
    ];
    const items = await Promise.all(days.map((day) => addItem(dana, ['meetings'], day)));
    const grantId = await share(['meetings']);
    await network.owner(
      (sql) => sql`update effective_access
      set data_from = '2026-01-01T00:00:00Z', data_to = '2026-02-01T00:00:00Z' where basis_id = ${grantId}`,
    );
    expect(await open()).toEqual(items.slice(1, 3).sort());
  });

  test('a stop is seen by the next statement of a transaction that is open already', async () => {
    const grantId = await share(['case-plan']);
    await asOrtiz(async (tx) => {
      expect(await tx`select from case_item`).not.toHaveLength(0);
      await network.asYouth(young).mine.stop({ grantId });
      expect(await tx`select from case_item`).toHaveLength(0);
      expect(await tx`select from case_item_body`).toHaveLength(0);
      expect(await tx`select from key_wrap`).toHaveLength(0);
    });
    grants = [];
  });

  test('so is the end of an assignment', async () => {
    await network.database.withActor(sosa, reach(), async (tx) => {
      expect(await tx`select from case_item where owner_agency = ${clinic}`).not.toHaveLength(0);
      await network.owner(
        (sql) => sql`update assignment set valid_to = now() where staff_id = ${sosa.staffId}`,
      );
      expect(await tx`select from case_item where owner_agency = ${clinic}`).toHaveLength(0);
    });
  });
});
