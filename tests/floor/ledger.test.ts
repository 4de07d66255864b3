import type { Tx } from '@accord/db';
import { type CaseId, NodeId, newId, StaffId, type StaffActor, type YouthActor } from '@accord/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Network } from '../support/network.ts';
import { refusalOf } from '../support/refused.ts';

let network: Network;
let dana: StaffActor;
let colleague: StaffActor;
let young: YouthActor;
let caseId: CaseId;
let elsewhere: CaseId;
let goalId: string;

beforeAll(async () => {
  network = await Network.start();
  dana = await network.addStaff(await network.addAgency('County Welfare', 'child-welfare'), 'Dana');
  colleague = await network.addStaff(dana.agencyId, 'Bo');
  ({ caseId, young } = await network.openCase(dana, 'Robin'));
  elsewhere = (await network.openCase(colleague, 'Sam')).caseId;
  ({ itemId: goalId } = await network.as(dana).cases.addGoal({ caseId, ownWords: 'Learn to swim' }));
});
afterAll(() => network.close());

const asDana = <T>(work: (tx: Tx) => Promise<T>) =>
  network.database.withActor(dana, { purpose: 'care-plan-coordination', cases: [caseId] }, work);

const line = () => ({
  node_id: network.database.node.nodeId as string,
  actor_kind: 'staff',
  actor_id: dana.staffId as string,
  actor_agency: dana.agencyId as string | null,
  case_id: caseId as string,
  purpose: 1,
});

const write = (change: Partial<ReturnType<typeof line>>) => {
  const row = { ...line(), ...change };
  return asDana(
    (tx) =>
      tx`insert into ledger_entry ${tx({
        ...row,
        id: newId(StaffId),
        action: 'opened',
        owner_agency: dana.agencyId,
        category_mask: 0,
        item_count: 0,
        digest: Buffer.alloc(32),
      })}`,
  );
};

describe('a line is written in one’s own name', () => {
  test('as the signed context has it', async () => {
    expect(await refusalOf(write({}))).toBe('ALLOWED');
  });

  test.each([
    ['another person', () => ({ actor_id: colleague.staffId })],
    ['another kind of actor', () => ({ actor_kind: 'youth' })],
    ['another agency', () => ({ actor_agency: newId(StaffId) })],
    ['no agency', () => ({ actor_agency: null })],
    ['another node', () => ({ node_id: newId(NodeId) })],
    ['another purpose', () => ({ purpose: 6 })],
    ['another case than the one in hand', () => ({ case_id: elsewhere })],
  ])('not in the name of %s', async (_, change) => {
    expect(await refusalOf(write(change()))).toBe('NOT_FOUND');
  });

  test('not as somebody else’s first look', async () => {
    const forged = asDana(
      (tx) => tx`insert into ledger_exposure (case_id, item_id, version, reader_id, entry_id)
      values (${caseId}, ${goalId}, 1, ${colleague.staffId}, ${newId(StaffId)})`,
    );
    expect(await refusalOf(forged)).toBe('NOT_FOUND');
  });
});

describe('a line stays as it was written', () => {
  test.each([
    ['changed', 'update ledger_entry set item_count = 0'],
    ['deleted', 'delete from ledger_entry'],
    ['cleared away', 'truncate ledger_entry'],
    ['dated by its writer', `insert into ledger_entry (at) values ('2020-01-01')`],
    ['given another transaction', `insert into ledger_entry (xid) values ('1')`],
    ['given another epoch', 'insert into ledger_entry (epoch) values (7)'],
    ['changed as a first look', 'update ledger_exposure set version = 2'],
    ['deleted as a first look', 'delete from ledger_exposure'],
  ])('it cannot be %s', async (_, statement) => {
    const code = asDana((tx) => tx.unsafe(statement)).catch(
      (error: { cause?: { code?: string } }) => error.cause?.code,
    );
    expect(await code).toBe('42501');
  });
});

test('who looked is for the young person alone', async () => {
  expect(await asDana((tx) => tx`select from ledger_entry`)).toHaveLength(0);
  expect((await network.asYouth(young).mine.looks()).looks.length).toBeGreaterThan(0);
  const reach = { purpose: 'self-access', cases: [caseId, elsewhere] } as const;
  const cases = await network.database.withActor(
    young,
    reach,
    (tx) => tx`select distinct case_id as id from ledger_entry`,
  );
  expect([...cases]).toEqual([{ id: caseId }]);
});

describe('when the ledger cannot be written', () => {
  const counts = () =>
    network.owner(async (sql) => {
      const [row] =
        await sql`select (select count(*)::int from case_item) as items, (select count(*)::int from case_item_body) as bodies,
        (select count(*)::int from consent_grant) as grants, (select count(*)::int from key_wrap) as wraps,
        (select count(*)::int from consent_revocation) as stops, (select count(*)::int from case_file) as cases`;
      return row;
    });

  test('nothing is read and nothing is written', async () => {
    const sosa = await network.addStaff(await network.addAgency('River Clinic', 'mental-health'), 'Sosa');
    const grantId = await network.share(dana, caseId, { as: sosa }, ['case-plan']);
    const before = await counts();
    await network.owner((sql) => sql`revoke all on ledger_entry from accord_runtime`);
    const staff = network.as(dana);
    const youth = network.asYouth(young);
    for (const [name, call] of Object.entries({
      open: () => staff.cases.open({ caseId }),
      openAsRecipient: () => network.as(sosa).cases.open({ caseId }),
      permissions: () => staff.consent.list({ caseId }),
      list: () => staff.cases.list(),
      mine: () => youth.mine.open(),
      addGoal: () => staff.cases.addGoal({ caseId, ownWords: 'See the sea' }),
      addNote: () => staff.cases.addNote({ caseId, category: 'appointments', facts: 'Dentist on Monday' }),
      create: () => staff.cases.create({ name: 'Jay' }),
      stop: () => staff.consent.stop({ caseId, grantId }),
      stopMine: () => youth.mine.stop({ grantId }),
    })) {
      const outcome = call();
      expect(await refusalOf(outcome), name).toBe('UNAVAILABLE');
      const told = await outcome.catch((error: unknown) => JSON.stringify(error) + String(error));
      expect(told, name).not.toMatch(/swim|Robin|Jay|sea|Dentist/);
    }
    expect(await counts()).toEqual(before);
  });
});
