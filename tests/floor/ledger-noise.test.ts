import { type CaseId, newId, StaffId, type StaffActor, type YouthActor } from '@accord/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Network } from '../support/network.ts';
import { refusalOf } from '../support/refused.ts';

// The scope is not signed: whoever can run SQL may name any case in it. A line about a case is for those who can be
// there, or "who looked" would show a young person whatever a stranger wants them to fear.

let network: Network;
let dana: StaffActor;
let ortiz: StaffActor;
let stranger: StaffActor;
let young: YouthActor;
let caseId: CaseId;
let goalId: string;

beforeAll(async () => {
  network = await Network.start();
  dana = await network.addStaff(await network.addAgency('County Welfare', 'child-welfare'), 'Dana');
  const police = await network.addAgency('Town Police', 'law-enforcement');
  ortiz = await network.addStaff(police, 'Ortiz');
  stranger = await network.addStaff(police, 'Pete');
  ({ caseId, young } = await network.openCase(dana, 'Robin'));
  ({ itemId: goalId } = await network.as(dana).cases.addGoal({ caseId, ownWords: 'Learn to swim' }));
});
afterAll(() => network.close());

const about = (actor: StaffActor | YouthActor, work: Parameters<typeof network.database.withActor>[2]) => {
  const purpose = actor.kind === 'youth' ? 'self-access' : 'care-plan-coordination';
  return network.database.withActor(actor, { purpose, cases: [caseId] }, work);
};

const lineOf = (actor: StaffActor | YouthActor) => ({
  id: newId(StaffId),
  node_id: network.database.node.nodeId,
  actor_kind: actor.kind,
  actor_id: actor.kind === 'staff' ? actor.staffId : actor.youngPersonId,
  actor_agency: actor.kind === 'staff' ? actor.agencyId : null,
  action: 'opened',
  case_id: caseId,
  owner_agency: dana.agencyId,
  purpose: actor.kind === 'youth' ? 10 : 1,
  category_mask: 8,
  item_count: 1,
  digest: Buffer.alloc(32),
});
const write = (actor: StaffActor | YouthActor) =>
  about(actor, (tx) => tx`insert into ledger_entry ${tx(lineOf(actor))}`);

describe('a line about a case is taken from those who may know of it alone', () => {
  test('a worker of another agency writes none', async () => {
    expect(await refusalOf(write(stranger))).toBe('NOT_FOUND');
  });

  test('nor does someone whose permission was stopped', async () => {
    const grantId = await network.share(dana, caseId, { as: ortiz }, ['case-plan']);
    expect(await refusalOf(write(ortiz))).toBe('ALLOWED');
    await network.asYouth(young).mine.stop({ grantId });
    expect(await refusalOf(write(ortiz))).toBe('NOT_FOUND');
  });

  test('the young person and their worker do', async () => {
    expect(await refusalOf(write(young))).toBe('ALLOWED');
    expect(await refusalOf(write(dana))).toBe('ALLOWED');
  });
});

test('a first look is noted beside one’s own line in the same case, and nowhere else', async () => {
  const look = (actor: StaffActor, entryId: string) =>
    about(
      actor,
      (tx) => tx`insert into ledger_exposure (case_id, item_id, version, reader_id, entry_id)
        values (${caseId}, ${goalId}, 1, ${actor.staffId}, ${entryId})`,
    );
  const [entry] = await network.owner(
    (sql) => sql<{ id: string }[]>`select id from ledger_entry where actor_id = ${dana.staffId} limit 1`,
  );
  expect(await refusalOf(look(stranger, entry?.id ?? ''))).toBe('NOT_FOUND');
});
