import { maskOf } from '@accord/consent';
import type { Tx } from '@accord/db';
import { type CaseId, PURPOSES, type StaffActor, type YouthActor } from '@accord/kernel';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inDays, Network } from '../support/network.ts';
import { addPeople } from '../support/people.ts';
import { refusalOf, sqlStateOf } from '../support/refused.ts';

// What somebody on the case could give themselves, or a stranger, by calling the floor's functions by hand.

let network: Network;
let dana: StaffActor;
let cora: StaffActor;
let stan: StaffActor;
let ortiz: StaffActor;
let young: YouthActor;
let caseId: CaseId;

beforeAll(async () => {
  network = await Network.start();
  ({ dana, cora, stan, ortiz } = await addPeople(network, 'dana', 'cora', 'stan', 'ortiz'));
});
afterAll(() => network.close());
beforeEach(async () => {
  ({ caseId, young } = await network.openCase(dana, 'Robin'));
});

const stateOf = (actor: StaffActor | YouthActor, work: (tx: Tx) => Promise<unknown>) =>
  sqlStateOf(network, actor, caseId, work);

describe('nobody assigns themselves', () => {
  const assign = (colleague: StaffActor, how: string) => (tx: Tx) =>
    tx`select assign(${caseId}, ${colleague.staffId}, ${how}, 'infinity')`;

  test('whoever covers until tonight does not cover for ever', async () => {
    await network.owner(
      (sql) => sql`insert into assignment (case_id, staff_id, kind, valid_to)
        values (${caseId}, ${cora.staffId}, 'cover', now() + interval '1 hour')`,
    );
    expect(await stateOf(cora, assign(cora, 'cover'))).toBe('AC404');
    expect(await stateOf(cora, assign(cora, 'assigned'))).toBe('AC404');
  });

  test('a supervisor does not become the writer by their own hand', async () => {
    await network.assign(caseId, stan, 'supervision');
    expect(await stateOf(stan, assign(stan, 'assigned'))).toBe('AC404');
  });

  test('a worker assigns a colleague', async () => {
    expect(await stateOf(dana, assign(cora, 'cover'))).toBe('ALLOWED');
  });
});

describe('a permission that is over gives nothing more', () => {
  test('not the right to write', async () => {
    const grantId = await network.share(dana, caseId, { as: ortiz, mayWrite: true }, ['case-plan']);
    await network.owner(async (sql) => {
      await sql`delete from assignment where case_id = ${caseId} and staff_id = ${ortiz.staffId}`;
      await sql`update consent_grant set valid_from = now() - interval '2 days', valid_to = now() where id = ${grantId}`;
    });
    const let_ = (tx: Tx) => tx`select let_recipient_write(${grantId}, ${tx.array([1], 21)}::smallint[])`;
    expect(await stateOf(dana, let_)).toBe('AC403');
  });
});

test('a quiet kind that is not to be seen is not to be known of either', async () => {
  const { grantId } = await network.as(dana).consent.prepare({
    caseId,
    recipient: { kind: 'staff', staffId: ortiz.staffId },
    categories: ['case-plan', 'immigration'],
    purpose: 'care-plan-coordination',
    endsOn: inDays(30),
    need: 'To plan together.',
    withoutSharing: 'No.',
    mayWrite: false,
  });
  const row = {
    owner_agency: dana.agencyId,
    grantee_kind: 'staff',
    grantee_id: ortiz.staffId,
    purpose: PURPOSES['care-plan-coordination'],
    see_mask: maskOf(['case-plan']).toString(),
    know_mask: maskOf(['case-plan', 'immigration']).toString(),
    valid_to: `${inDays(20)}T00:00:00Z`,
  };
  const project = async (tx: Tx) => {
    await tx`select sign_grant(${grantId}, 'typed', sha256('form'), 0)`;
    await tx`select project_grant(${grantId}, ${tx.json([row])})`;
  };
  expect(await stateOf(dana, project)).toBe('AC403');
});

describe('a record of a drug program is for no proceeding', () => {
  const ask = {
    recipient: () => ({ kind: 'staff' as const, staffId: ortiz.staffId }),
    rest: { endsOn: inDays(30), need: 'To plan together.', withoutSharing: 'No.', mayWrite: false },
  };

  test('no permission for one is prepared', async () => {
    const prepare = (purpose: 'investigation' | 'court-report' | 'treatment') =>
      refusalOf(
        network.as(dana).consent.prepare({
          caseId,
          recipient: ask.recipient(),
          categories: ['case-plan', 'sud-part2'],
          purpose,
          ...ask.rest,
        }),
      );
    expect(await prepare('investigation')).toBe('BAD_INPUT');
    expect(await prepare('court-report')).toBe('BAD_INPUT');
    expect(await prepare('treatment')).toBe('ALLOWED');
  });

  test('nor projected by hand', async () => {
    const { grantId } = await network.as(dana).consent.prepare({
      caseId,
      recipient: ask.recipient(),
      categories: ['sud-part2'],
      purpose: 'treatment',
      ...ask.rest,
    });
    await network.owner(
      (sql) => sql`update consent_grant set purpose = ${PURPOSES.investigation} where id = ${grantId}`,
    );
    const mask = maskOf(['sud-part2']).toString();
    const row = {
      owner_agency: dana.agencyId,
      grantee_kind: 'staff',
      grantee_id: ortiz.staffId,
      purpose: PURPOSES.investigation,
      see_mask: mask,
      know_mask: mask,
      valid_to: `${inDays(20)}T00:00:00Z`,
    };
    const project = async (tx: Tx) => {
      await tx`select sign_grant(${grantId}, 'typed', sha256('form'), 0)`;
      await tx`select project_grant(${grantId}, ${tx.json([row])})`;
    };
    expect(await stateOf(dana, project)).toBe('AC403');
  });
});

test('no key is wrapped for an agency that may never see', async () => {
  await network.share(dana, caseId, { as: ortiz }, ['case-plan']);
  await network.owner(
    (sql) => sql`insert into access_denial (id, case_id, target_kind, target_id, categories)
      values (${randomUUID()}, ${caseId}, 'agency', ${ortiz.agencyId}, ${String((1n << 63n) - 1n)})`,
  );
  await network.as(dana).cases.addGoal({ caseId, ownWords: 'Learn to swim' });
  const wraps = await network.owner(
    (sql) => sql`select from key_wrap where case_id = ${caseId} and holder_id = ${ortiz.agencyId}
      and category_mask = ${String(maskOf(['case-plan']))}`,
  );
  expect(wraps).toHaveLength(0);
});

test('who may only know of a referral does not learn where it went', async () => {
  const mask = maskOf(['service-linkage']);
  const itemId = randomUUID();
  await network.owner(async (sql) => {
    await sql`insert into case_item (case_id, id, kind, owner_agency, category_mask, created_by)
      values (${caseId}, ${itemId}, 'referral', ${dana.agencyId}, ${String(mask)}, ${dana.staffId})`;
    await sql`insert into case_item_body (case_id, item_id, version, owner_agency, category_mask, key_version,
        occurred_at, sealed)
      select case_id, id, 1, owner_agency, category_mask, 1, occurred_at, '\\x00' from case_item where id = ${itemId}`;
    await sql`insert into referral (case_id, item_id, service_id) values (${caseId}, ${itemId}, ${randomUUID()})`;
    await sql`insert into effective_access (case_id, owner_agency, grantee_kind, grantee_id, purpose, basis_kind,
        basis_id, see_mask, know_mask, valid_from, valid_to, opened_at)
      values (${caseId}, ${dana.agencyId}, 'staff', ${ortiz.staffId}, 1, 'team_statute', ${randomUUID()}, 0,
        ${String(mask)}, now(), 'infinity', now())`;
  });
  const look = (actor: StaffActor | YouthActor) =>
    network.database.withActor(
      actor,
      { purpose: actor.kind === 'youth' ? 'self-access' : 'care-plan-coordination', cases: [caseId] },
      async (tx) => ({
        items: (await tx`select from case_item where id = ${itemId}`).length,
        services: (await tx`select service_id from referral`).length,
      }),
    );
  expect(await look(ortiz)).toEqual({ items: 1, services: 0 });
  expect(await look(dana)).toEqual({ items: 1, services: 1 });
  expect(await look(young)).toEqual({ items: 1, services: 1 });
});
