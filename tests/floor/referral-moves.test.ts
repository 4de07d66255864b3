import { movesFor, REFERRAL_MOVES, ReferralMove, ReferralStatus } from '@accord/cases';
import type { Tx } from '@accord/db';
import {
  type AgencyId,
  type CaseId,
  type GrantId,
  type ItemId,
  type StaffActor,
  type YouthActor,
} from '@accord/kernel';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addService } from '../support/directory.ts';
import { Network } from '../support/network.ts';
import { addPeople } from '../support/people.ts';
import { refusalOf, sqlStateOf } from '../support/refused.ts';

// Who moves a referral, and who cannot whatever they send.

let network: Network;
let shelter: AgencyId;
let dana: StaffActor;
let stan: StaffActor;
let noor: StaffActor;
let ortiz: StaffActor;
let young: YouthActor;
let caseId: CaseId;
let itemId: ItemId;
let grantId: GrantId;

beforeAll(async () => {
  network = await Network.start();
  ({ dana, stan, noor, ortiz } = await addPeople(network, 'dana', 'stan', 'noor', 'ortiz'));
  shelter = noor.agencyId;
});
afterAll(() => network.close());
beforeEach(async () => {
  ({ caseId, young } = await network.openCase(dana, 'Robin'));
  itemId = await refer(shelter);
  grantId = await network.share(dana, caseId, { as: noor }, ['service-linkage']);
});

async function refer(agencyId: AgencyId | null): Promise<ItemId> {
  const serviceId = await addService(network, 'Rooms', agencyId);
  return (await network.as(dana).referrals.refer({ caseId, serviceId, reason: 'A room' })).itemId;
}

const accept = (who: StaffActor, revision = 1, id = itemId) =>
  refusalOf(network.as(who).referrals.move({ caseId, itemId: id, move: 'accept', revision }));
const helped = (who: YouthActor, revision: number, yes = true) =>
  refusalOf(network.asYouth(who).mine.referralHelped({ itemId, helped: yes, revision }));

/** The spine's row, past all policies. */
async function stored() {
  const [row] = await network.owner(
    (sql) =>
      sql`select state, state_reason as reason, state_by as by, revision from case_item where id = ${itemId}`,
  );
  return row;
}
const UNTOUCHED = { state: 'requested', reason: null, by: null, revision: 1 };

const deny = (target: string, kind: 'staff' | 'agency') =>
  network.owner(
    (sql) => sql`insert into access_denial (id, case_id, target_kind, target_id, categories)
      values (${randomUUID()}, ${caseId}, ${kind}, ${target}, ${String((1n << 63n) - 1n)})`,
  );

test('the contract and the database hold the same table of moves', async () => {
  for (const part of ['owner', 'receiver', 'young-person'] as const) {
    for (const was of ReferralStatus.options) {
      const inContract = movesFor(part, was).map((move) => REFERRAL_MOVES[move].to);
      const rows = await network.owner(
        (sql) => sql<{ to: ReferralStatus; may: boolean }[]>`
          select s as to, may_move_referral(${part}, ${was}, s) as may
          from unnest(${[...ReferralStatus.options]}::text[]) s`,
      );
      // The young person's word stays at "completed", and is no move.
      const inDatabase = rows
        .filter(({ to, may }) => may && part !== 'young-person' && to)
        .map(({ to }) => to);
      expect([part, was, inDatabase.toSorted()]).toEqual([part, was, inContract.toSorted()]);
    }
  }
});

describe('the agency that runs the service', () => {
  test('answers while a permission opens the referral, and the ledger has the line', async () => {
    expect(await accept(noor)).toBe('ALLOWED');
    expect(await stored()).toEqual({ state: 'accepted', reason: null, by: noor.staffId, revision: 2 });
    const lines = await network.owner(
      (sql) => sql`select from ledger_entry where case_id = ${caseId} and actor_id = ${noor.staffId}
        and action = 'wrote' and item_count = 1`,
    );
    expect(lines).toHaveLength(1);
  });

  test('has no way to say anything once it was stopped, at once', async () => {
    await network.asYouth(young).mine.stop({ grantId });
    expect(await accept(noor)).toBe('NOT_FOUND');
    expect(await stored()).toEqual(UNTOUCHED);
  });

  test('nor once it ended', async () => {
    await network.owner(
      (sql) => sql`update effective_access set valid_from = now() - interval '2 days', valid_to = now()
        where basis_id = ${grantId}`,
    );
    expect(await accept(noor)).toBe('NOT_FOUND');
  });

  test('nor where a person, or their agency, may never see', async () => {
    await deny(noor.staffId, 'staff');
    expect(await accept(noor)).toBe('NOT_FOUND');
    ({ caseId, young } = await network.openCase(dana, 'Kim'));
    itemId = await refer(shelter);
    await network.share(dana, caseId, { as: noor }, ['service-linkage']);
    await deny(shelter, 'agency');
    expect(await accept(noor)).toBe('NOT_FOUND');
    expect(await stored()).toEqual(UNTOUCHED);
  });

  test('nor where they may know of it and not see it', async () => {
    await network.owner((sql) => sql`update effective_access set see_mask = 0 where basis_id = ${grantId}`);
    expect(await accept(noor)).toBe('NOT_FOUND');
  });

  test('nor a colleague there whom nothing names', async () => {
    const abe = await network.addStaff(shelter, 'Abe');
    expect(await accept(abe)).toBe('NOT_FOUND');
  });

  test('loses the right with the link, and has none where the service is not linked', async () => {
    expect(await accept(noor, 1, await refer(null))).toBe('NOT_FOUND');
    await network.owner((sql) => sql`delete from directory_agency`);
    expect(await accept(noor)).toBe('NOT_FOUND');
    expect(await stored()).toEqual(UNTOUCHED);
  });

  test('never says that it failed, takes it back, or says that it helped', async () => {
    expect(await accept(noor)).toBe('ALLOWED');
    for (const move of ['fail', 'cancel'] as const) {
      const call = network.as(noor).referrals.move({ caseId, itemId, move, revision: 2 });
      expect(await refusalOf(call)).toBe('CONFLICT');
    }
    const say = (tx: Tx) => tx`select move_referral(${caseId}, ${itemId}, 2, 'completed', 'helped')`;
    expect(await stateOf(noor, say)).toBe('AC403');
    expect(await stateOf(dana, say)).toBe('AC403');
    expect(await stored()).toMatchObject({ state: 'accepted', revision: 2 });
  });
});

describe('others', () => {
  test('another agency that sees the referral has no part in it', async () => {
    await network.share(dana, caseId, { as: ortiz }, ['service-linkage']);
    expect(await accept(ortiz)).toBe('NOT_FOUND');
  });

  test('a supervisor reads, and a stranger does not even know of it', async () => {
    await network.assign(caseId, stan, 'supervision');
    expect(await accept(stan)).toBe('NOT_FOUND');
    const elsewhere = await network.addStaff(ortiz.agencyId, 'Pete');
    expect(await accept(elsewhere)).toBe('NOT_FOUND');
  });

  test('another case leads nowhere', async () => {
    const other = await network.openCase(dana, 'Sam');
    const call = network
      .as(dana)
      .referrals.move({ caseId: other.caseId, itemId, move: 'accept', revision: 1 });
    expect(await refusalOf(call)).toBe('NOT_FOUND');
  });

  test('a step is not moved as a referral', async () => {
    const { itemId: goalId } = await network.as(dana).cases.addGoal({ caseId, ownWords: 'Swim' });
    expect(await accept(dana, 1, goalId)).toBe('NOT_FOUND');
  });
});

describe('two at once', () => {
  const decline = () =>
    refusalOf(
      network.as(dana).referrals.move({ caseId, itemId, move: 'decline', reason: 'full', revision: 1 }),
    );

  test('the second is told, and nothing is overwritten', async () => {
    const answers = await whileLocked(2, () => [accept(noor), decline()]);
    expect(answers.toSorted()).toEqual(['ALLOWED', 'CONFLICT']);
    expect(await stored()).toMatchObject({ revision: 2 });
  });

  test('a stop that comes while an answer waits for its turn comes first', async () => {
    const stop = () => network.asYouth(young).mine.stop({ grantId });
    expect(await whileLocked(1, () => [accept(noor)], stop)).toEqual(['NOT_FOUND']);
    expect(await stored()).toEqual(UNTOUCHED);
  });

  test('a revision that is not there yet is as wrong as an old one', async () => {
    expect(await accept(noor, 2)).toBe('CONFLICT');
    expect(await stored()).toEqual(UNTOUCHED);
  });
});

describe('whether it helped', () => {
  const finish = async () => {
    await network.as(noor).referrals.move({ caseId, itemId, move: 'accept', revision: 1 });
    await network.as(noor).referrals.move({ caseId, itemId, move: 'complete', revision: 2 });
  };

  test('the young person alone says, when they are told that it is done, and may say otherwise', async () => {
    expect(await helped(young, 1)).toBe('CONFLICT');
    await finish();
    expect(await stored()).toMatchObject({ state: 'completed', reason: null });
    expect(await helped(young, 3)).toBe('ALLOWED');
    expect(await stored()).toEqual({
      state: 'completed',
      reason: 'helped',
      by: young.youngPersonId,
      revision: 4,
    });
    expect(await helped(young, 4, false)).toBe('ALLOWED');
    expect(await stored()).toMatchObject({ reason: 'not-helped' });
  });

  test('another young person cannot, nor can they move it', async () => {
    await finish();
    const sam = (await network.openCase(dana, 'Sam')).young;
    expect(await helped(sam, 3)).toBe('NOT_FOUND');
    const move = (tx: Tx) => tx`select move_referral(${caseId}, ${itemId}, 3, 'cancelled', null)`;
    expect(await stateOf(young, move)).toBe('AC409');
  });
});

describe('by hand', () => {
  test('a state that is none, or a reason that is none, is not stored', async () => {
    const to = (state: string, why: string | null) => (tx: Tx) =>
      tx`select move_referral(${caseId}, ${itemId}, 1, ${state}, ${why})`;
    for (const state of ['open', 'done', 'helped', 'requested', '', "'"])
      expect(await stateOf(dana, to(state, null))).toBe('AC409');
    for (const why of [null, 'helped', 'because of their mother'])
      expect(await stateOf(dana, to('rejected', why))).toBe('23514');
    expect(await stateOf(dana, to('accepted', 'full'))).toBe('23514');
    expect(await stored()).toEqual(UNTOUCHED);
  });

  test('no writer moves a referral past the function, or starts one answered', async () => {
    const update = (tx: Tx) => tx`update case_item set state = 'accepted' where id = ${itemId} returning id`;
    expect(await network.database.withActor(dana, reach(), update)).toHaveLength(0);
    const reason = (tx: Tx) => tx`update case_item set state_reason = 'helped' where id = ${itemId}`;
    expect(await stateOf(dana, reason)).toBe('42501');
    const insert = (tx: Tx) => tx`insert into case_item
      (case_id, id, kind, owner_agency, category_mask, created_by, state)
      values (${caseId}, ${randomUUID()}, 'referral', ${dana.agencyId}, 16, ${dana.staffId}, 'accepted')`;
    expect(await stateOf(dana, insert)).toBe('42501');
  });

  test('without the case in scope, or as somebody who is not there, there is no referral', async () => {
    const move = (tx: Tx) => tx`select move_referral(${caseId}, ${itemId}, 1, 'accepted', null)`;
    const purpose = 'care-plan-coordination';
    await expect(network.database.withActor(dana, { purpose }, move)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(
      network.database.withActor({ kind: 'anonymous' }, { purpose, cases: [caseId] }, move),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test.each(['full', 'age', undefined] as const)(
    'a move with the reason %s that is not its own',
    async (reason) => {
      const move = reason === undefined ? 'decline' : 'accept';
      const call = network
        .as(dana)
        .referrals.move({ caseId, itemId, move, revision: 1, ...(reason && { reason }) });
      expect(await refusalOf(call)).toBe('BAD_INPUT');
    },
  );
});

test('who moved it, and what can be done, is for those who may know', async () => {
  await network.share(dana, caseId, { as: ortiz }, ['service-linkage']);
  await accept(noor);
  const standing = async (actor: StaffActor) => {
    const { items } = await network.as(actor).cases.open({ caseId });
    const item = items.find((each) => each.kind === 'referral');
    return item?.kind === 'referral' ? item.standing : undefined;
  };
  const moves = ReferralMove.options.filter((move) => movesFor('receiver', 'accepted').includes(move));
  expect(await standing(noor)).toMatchObject({ by: { name: 'noor' }, part: 'receiver', next: moves });
  expect(await standing(dana)).toMatchObject({
    by: { is: 'receiver', name: 'noor', agency: 'Harbor House' },
    part: 'owner',
  });
  expect(await standing(ortiz)).toMatchObject({ status: 'accepted', by: null, part: null, next: [] });
  await network.owner(
    (sql) =>
      sql`update effective_access set see_mask = 0 where case_id = ${caseId} and grantee_id = ${ortiz.staffId}`,
  );
  expect(await standing(ortiz)).toBeNull();
});

/** Starts work on the referral while somebody holds its row, and lets go when `most` of it wait for the row. */
async function whileLocked(
  most: number,
  work: () => Promise<string>[],
  meanwhile: () => Promise<unknown> = async () => undefined,
): Promise<string[]> {
  let answers: Promise<string>[] = [];
  await network.owner((sql) =>
    sql.begin(async (tx) => {
      await tx`select from case_item where id = ${itemId} for update`;
      answers = work();
      for (let waiting = 0; waiting < most;)
        [{ waiting } = { waiting: 0 }] = await tx<{ waiting: number }[]>`
          select count(distinct pid)::int as waiting from pg_locks where not granted and pid in (
            select l.pid from pg_locks l join pg_database d on d.oid = l.database
            where d.datname = current_database()
          )`;
      await meanwhile();
    }),
  );
  return Promise.all(answers);
}

const reach = () => ({ purpose: 'care-plan-coordination' as const, cases: [caseId] });

const stateOf = (actor: StaffActor | YouthActor, work: (tx: Tx) => Promise<unknown>) =>
  sqlStateOf(network, actor, caseId, work);
