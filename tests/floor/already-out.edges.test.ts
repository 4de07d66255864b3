import type { Actor, AgencyId, CaseId, StaffActor, YouthActor } from '@accord/kernel';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { asked } from '../support/asked.ts';
import type { Network } from '../support/network.ts';
import { twoHouses } from './houses.ts';
import { assignRow, FUTURE, grantRow, openRow } from './rows.ts';

/** Which lines of the ledger count as read under a permission, by hand, one line at a time. */
let network: Network;
let welfare: AgencyId;
let clinic: AgencyId;
let dana: StaffActor;
let cora: StaffActor;
let sosa: StaffActor;
let tam: StaffActor;
let caseId: CaseId;
let otherCase: CaseId;
let young: YouthActor;
let other: YouthActor;
let grantId: string;

const PLAN = 8n;
const MEETINGS = 1n << 30n;
const OTHER_KIND = 1n << 28n;
const SIGNED = '2025-03-01T12:00:00Z';

beforeAll(async () => {
  ({ network, welfare, clinic, dana, cora, sosa } = await twoHouses());
  tam = await network.addStaff(clinic, 'Tam');
  ({ caseId, young } = await network.openCase(dana, 'Robin'));
  ({ caseId: otherCase, young: other } = await network.openCase(dana, 'Sam'));
});
afterAll(() => network.close());
beforeEach(async () => {
  await network.owner((sql) => sql`truncate ledger_entry cascade`);
  grantId = await grant();
});

const grant = (change: { to?: AgencyId; discloser?: AgencyId; status?: 'draft' } = {}) =>
  grantRow(network, {
    of: caseId,
    discloser: welfare,
    to: sosa,
    by: dana,
    categories: PLAN | MEETINGS,
    status: 'active',
    from: SIGNED,
    until: FUTURE,
    ...change,
  });
interface Line {
  at?: string;
  by?: StaffActor;
  kind?: 'staff' | 'system';
  action?: 'opened' | 'previewed';
  of?: CaseId;
  owner?: AgencyId;
  purpose?: number;
  mask?: bigint;
}
const line = ({ by = sosa, ...row }: Line = {}) =>
  network.owner(
    (
      sql,
    ) => sql`insert into ledger_entry (id, at, node_id, actor_kind, actor_id, actor_agency, action, case_id,
        owner_agency, purpose, category_mask, item_count, digest)
      values (${randomUUID()}, ${row.at ?? '2025-04-02T12:00:00Z'}::text::timestamptz, ${randomUUID()},
        ${row.kind ?? 'staff'}, ${by.staffId}, ${by.agencyId}, ${row.action ?? 'opened'}, ${row.of ?? caseId},
        ${row.owner ?? welfare}, ${row.purpose ?? 1}, ${String(row.mask ?? PLAN)}, 1, sha256('line'))`,
  );
const out = (who: Actor, of = grantId, zone = 'UTC') =>
  asked(network, who, [caseId, otherCase], async (tx) => {
    const rows = await tx<{ kinds: bigint; day: string }[]>`select categories as kinds, day::text as day
      from already_out(${of}, ${zone})`;
    return rows.map(({ kinds, day }) => `${day} ${kinds}`);
  });

test('the kinds of each day, in order, by the clock of the reader', async () => {
  await line({ at: '2025-05-04T02:00:00Z', mask: MEETINGS });
  await line({ at: '2025-05-03T20:00:00Z' });
  await line({ at: SIGNED });
  expect(await out(dana)).toEqual([`2025-03-01 ${PLAN}`, `2025-05-03 ${PLAN}`, `2025-05-04 ${MEETINGS}`]);
  expect(await out(dana, grantId, 'America/Chicago')).toEqual([
    `2025-03-01 ${PLAN}`,
    `2025-05-03 ${PLAN | MEETINGS}`,
  ]);
});

test('of what was read with it, the kinds of the permission alone', async () => {
  await line({ mask: PLAN | OTHER_KIND });
  await line({ at: '2025-04-03T12:00:00Z', mask: OTHER_KIND });
  expect(await out(dana)).toEqual([`2025-04-02 ${PLAN}`]);
});

test.each([
  ['another case', () => ({ of: otherCase })],
  ['what another agency holds', () => ({ owner: clinic })],
  ['somebody else of the recipient’s agency', () => ({ by: tam })],
  ['a look beforehand at what would be shared', () => ({ action: 'previewed' as const })],
  ['another purpose', () => ({ purpose: 2 })],
  ['a day before it was signed', () => ({ at: '2025-02-28T12:00:00Z' })],
  ['a job, which reads nothing', () => ({ kind: 'system' as const })],
])('not %s', async (_, change) => {
  await line(change());
  expect(await out(dana)).toEqual([]);
});

test('of a permission for an agency, what anybody there read', async () => {
  await line({ by: tam });
  expect(await out(dana, await grant({ to: clinic }))).toEqual([`2025-04-02 ${PLAN}`]);
});

test('for those who may stop it, and for nobody else; of a draft for nobody', async () => {
  await line();
  await line({ owner: clinic });
  const [draft, clinics] = [await grant({ status: 'draft' }), await grant({ discloser: clinic })];
  await assignRow(network, caseId, cora, { kind: 'supervision' });
  for (const who of [dana, cora, young]) expect(await out(who)).toHaveLength(1);
  for (const who of [tam, other]) expect(await out(who)).toEqual([]);
  expect(await out(dana, clinics)).toEqual([]);
  await openRow(network, { of: caseId, owner: clinic, kind: 'agency', to: clinic, basis: 'own_custody' });
  await assignRow(network, caseId, sosa);
  expect(await out(sosa)).toEqual([]);
  expect(await out(sosa, clinics)).toHaveLength(1);
  for (const who of [dana, young]) {
    expect(await out(who, draft)).toEqual([]);
    expect(await out(who, randomUUID())).toEqual([]);
  }
});
