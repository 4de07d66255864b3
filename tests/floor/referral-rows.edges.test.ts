import type { Tx } from '@accord/db';
import type { Actor, AgencyId, CaseId, StaffActor, YouthActor } from '@accord/kernel';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asked } from '../support/asked.ts';
import type { Network } from '../support/network.ts';
import { twoHouses } from './houses.ts';
import { assignRow, openRow } from './rows.ts';

/** Rows of referrals by hand: they are given with what the referral says, and taken with a referral of one's own. */
let network: Network;
let welfare: AgencyId;
let dana: StaffActor;
let cora: StaffActor;
let sosa: StaffActor;
let caseId: CaseId;
let otherCase: CaseId;
let young: YouthActor;

const PLAN = 8n;
const OTHER_KIND = 16n;
const items = { open: randomUUID(), closed: randomUUID(), note: randomUUID(), cora: randomUUID() };

beforeAll(async () => {
  ({ network, welfare, dana, cora, sosa } = await twoHouses());
  ({ caseId, young } = await network.openCase(dana, 'Robin'));
  ({ caseId: otherCase } = await network.openCase(dana, 'Sam'));
  await assignRow(network, caseId, cora);
  // One number in two cases: the kind that is closed here is open there.
  const rows = [
    [caseId, items.open, 'referral', PLAN, dana],
    [caseId, items.closed, 'referral', OTHER_KIND, dana],
    [otherCase, items.closed, 'referral', PLAN, dana],
    [caseId, items.note, 'note', PLAN, dana],
    [otherCase, items.note, 'referral', PLAN, dana],
    [caseId, items.cora, 'referral', PLAN, cora],
  ] as const;
  await network.owner(async (sql) => {
    for (const [of, id, kind, mask, by] of rows) {
      await sql`insert into case_item (case_id, id, kind, owner_agency, category_mask, created_by, occurred_at)
        values (${of}, ${id}, ${kind}, ${welfare}, ${String(mask)}, ${by.staffId}, '2026-01-01')`;
      await sql`insert into case_item_body (case_id, item_id, version, owner_agency, category_mask, key_version,
          occurred_at, sealed)
        values (${of}, ${id}, 1, ${welfare}, ${String(mask)}, 1, '2026-01-01', '\\x00')`;
    }
    for (const id of [items.open, items.closed])
      await sql`insert into referral (case_id, item_id, service_id) values (${caseId}, ${id}, ${randomUUID()})`;
  });
});
afterAll(() => network.close());

const purpose = (who: Actor) => (who.kind === 'youth' ? 'self-access' : 'care-plan-coordination');
const given = (who: Actor) =>
  asked(
    network,
    who,
    [caseId, otherCase],
    async (tx) => {
      const rows = await tx<{ id: string }[]>`select item_id as id from referral`;
      return rows.map(({ id }) => id).toSorted();
    },
    purpose(who),
  );
const write = (who: Actor, item: string, of: CaseId = caseId) =>
  asked(
    network,
    who,
    [caseId, otherCase],
    async (tx: Tx) => {
      await tx`insert into referral (case_id, item_id, service_id) values (${of}, ${item}, ${randomUUID()})`;
      throw Object.assign(new Error('undone'), { code: 'TAKEN' });
    },
    purpose(who),
  );

test('given to those who see what the referral says, not what something else says', async () => {
  const both = [items.open, items.closed].toSorted();
  expect(await given(dana)).toEqual(both);
  expect(await given(young)).toEqual(both);
  expect(await given(sosa)).toEqual([]);
  await openRow(network, { of: caseId, owner: welfare, kind: 'staff', to: sosa.staffId, mask: PLAN });
  expect(await given(sosa)).toEqual([items.open]);
  await openRow(network, { of: otherCase, owner: welfare, kind: 'staff', to: sosa.staffId, mask: PLAN });
  expect(await given(sosa)).toEqual([items.open]);
});

test('taken with a referral of one’s own, in its own case', async () => {
  await network.owner((sql) => sql`delete from referral`);
  expect(await write(dana, items.open)).toBe('TAKEN');
  expect(await write(cora, items.cora)).toBe('TAKEN');
  expect(await write(dana, items.cora)).toBe('42501');
  expect(await write(cora, items.open)).toBe('42501');
  expect(await write(dana, items.note)).toBe('42501');
  expect(await write(dana, randomUUID())).toBe('42501');
  for (const who of [sosa, young]) expect(await write(who, items.open)).toBe('42501');
});
