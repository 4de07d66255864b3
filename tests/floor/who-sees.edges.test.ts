import { type AgencyId, type CaseId, newId, StaffId, type StaffActor, type YouthActor } from '@accord/kernel';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { asked } from '../support/asked.ts';
import type { Network } from '../support/network.ts';
import { twoHouses } from './houses.ts';
import { assignRow, FUTURE, type GrantRow, grantRow, openRow, type OpenRow, PAST, shutRow } from './rows.ts';

/** Who sees what of an agency's own items, at the very instant at which something begins or ends. */
let network: Network;
let welfare: AgencyId;
let clinic: AgencyId;
let dana: StaffActor;
let cora: StaffActor;
let sosa: StaffActor;
let caseId: CaseId;
let otherCase: CaseId;
let young: YouthActor;

const PLAN = 8n;
const MEETINGS = 1n << 30n;
const BEFORE = '2026-02-28T23:59:59Z';
const AT = '2026-03-01T00:00:00Z';

beforeAll(async () => {
  ({ network, welfare, clinic, dana, cora, sosa } = await twoHouses());
});
afterAll(() => network.close());
beforeEach(async () => {
  ({ caseId, young } = await network.openCase(dana, 'Robin'));
  ({ caseId: otherCase } = await network.openCase(dana, 'Sam'));
  await network.owner(async (sql) => {
    await sql`delete from access_denial`;
    await sql`update staff set started_at = '2019-01-01', ended_at = null`;
    await sql`update assignment set valid_from = '2019-01-01'`;
  });
});

interface Seen {
  who: string;
  name: string;
  title: string | null;
  agency: string;
  own: boolean;
  basis: string;
  see: bigint;
  kept: bigint;
  stopped: bigint;
  on: boolean;
  paused: boolean;
}
const all = async (who: StaffActor | YouthActor, at: string | null = AT) => {
  const rows = await asked(
    network,
    who,
    [caseId, otherCase],
    async (tx) => [
      ...(await tx<
        Seen[]
      >`select grantee_id as who, name, title, agency, is_own as own, basis_id as basis, see_mask as see,
          kept_mask as kept, stopped_mask as stopped, in_force as on, is_paused as paused
        from who_sees(${caseId}, ${at}::text::timestamptz)`),
    ],
    who.kind === 'youth' ? 'self-access' : 'care-plan-coordination',
  );
  expect(rows).toBeInstanceOf(Array);
  return rows as Seen[];
};
/** What is said of the recipients, but for the agency's own people. */
const shared = async (at: string | null = AT) => (await all(dana, at)).filter(({ own }) => !own);
const open = (row: Partial<OpenRow> = {}) =>
  openRow(network, { of: caseId, owner: welfare, kind: 'staff', to: sosa.staffId, from: PAST, ...row });
const grant = (change: Partial<GrantRow> = {}) => {
  const ground = { of: caseId, discloser: welfare, to: sosa, by: dana, categories: PLAN | MEETINGS };
  return grantRow(network, { ...ground, status: 'stopped', ...change });
};
const revoke = (of: string, kinds: bigint, at: string) =>
  network.owner(
    (
      sql,
    ) => sql`insert into consent_revocation (id, grant_id, categories, received_at, received_from, received_by)
      values (${randomUUID()}, ${of}, ${String(kinds)}, ${at}::text::timestamptz, 'staff', ${dana.staffId})`,
  );
const pause = (of: string, from: string, until: string | null = null) =>
  network.owner(
    (
      sql,
    ) => sql`insert into consent_pause (id, grant_id, paused_at, paused_from, paused_by, resumed_at, resumed_from, resumed_by)
      values (${randomUUID()}, ${of}, ${from}::text::timestamptz, 'staff', ${dana.staffId},
        ${until}::text::timestamptz, ${until === null ? null : 'staff'}, ${until === null ? null : dana.staffId})`,
  );

describe('it is told', () => {
  test('to whoever holds the items for the agency, and to nobody else', async () => {
    await open();
    await assignRow(network, otherCase, cora);
    for (const who of [cora, sosa, young]) expect(await all(who)).toEqual([]);
    await assignRow(network, caseId, cora, { kind: 'supervision' });
    for (const who of [dana, cora])
      expect(await all(who)).toContainEqual(expect.objectContaining({ name: 'Sosa' }));
  });

  test('of a person with their agency, and of an agency by its name', async () => {
    await open();
    await open({ kind: 'agency', to: clinic });
    expect(await shared()).toMatchObject([
      { who: clinic, name: 'River Clinic', title: null, agency: 'River Clinic', see: PLAN, on: true },
      { who: sosa.staffId, name: 'Sosa', title: 'Worker', agency: 'River Clinic', see: PLAN, on: true },
    ]);
  });

  test('of the agency’s own people on this case, and not of another one’s', async () => {
    await assignRow(network, otherCase, cora);
    await assignRow(network, caseId, sosa);
    expect(await all(dana)).toMatchObject([
      { who: dana.staffId, name: 'Dana', own: true, on: true, basis: welfare },
    ]);
  });

  test('of nothing that stands in another case, is another owner’s, or is custody', async () => {
    await open({ of: otherCase });
    await open({ owner: clinic });
    await open({ kind: 'agency', to: clinic, basis: 'own_custody' });
    await grant({ of: otherCase });
    await grant({ discloser: clinic });
    expect(await shared()).toEqual([]);
  });

  test('of what was renewed, on the days that it held; of what never was signed, nothing', async () => {
    const [renewed, again] = [await grant({ status: 'active' }), await grant({ status: 'active' })];
    await network.owner((sql) => sql`update consent_grant set replaced_by = ${again} where id = ${renewed}`);
    expect((await shared()).map(({ basis }) => basis)).toEqual([renewed]);
  });

  test('of no agency under whose kind a person’s id stands', async () => {
    await open({ kind: 'agency', to: sosa.staffId, basis: 'self_access' });
    expect(await shared()).toEqual([]);
  });
});

describe('at the very instant', () => {
  const isOn = async (at = AT) => (await shared(at)).map(({ on }) => on);

  test.each([
    ['begins', { from: AT }, true],
    ['has not begun', { from: '2026-03-01T00:00:01Z' }, false],
    ['still holds', { until: '2026-03-01T00:00:01Z' }, true],
    ['ends', { until: AT }, false],
  ])('what %s', async (_, row, on) => {
    await open(row);
    expect(await isOn()).toEqual([on]);
  });

  test('a recipient begins, and has left', async () => {
    const employ = (column: 'started_at' | 'ended_at', at: string) =>
      network.owner(
        (sql) => sql`update staff set ${sql(column)} = ${at}::text::timestamptz where id = ${sosa.staffId}`,
      );
    await open();
    await employ('started_at', AT);
    expect([await isOn(BEFORE), await isOn()]).toEqual([[false], [true]]);
    await employ('ended_at', '2026-03-01T00:00:01Z');
    expect(await isOn()).toEqual([true]);
    await employ('started_at', PAST);
    await employ('ended_at', AT);
    expect([await isOn(BEFORE), await isOn()]).toEqual([[true], []]);
  });

  test('now, when no instant is named', async () => {
    await open({ from: PAST, until: AT });
    expect((await shared(BEFORE)).map(({ on }) => on)).toEqual([true]);
    expect((await shared(null)).map(({ on }) => on)).toEqual([false]);
  });

  test('a pause begins, and is over', async () => {
    const id = await grant({ status: 'paused' });
    await pause(id, AT, '2026-04-01');
    const state = async (at: string) => (await shared(at)).map(({ on, paused }) => [on, paused]);
    expect(await state(BEFORE)).toEqual([[true, false]]);
    expect(await state(AT)).toEqual([[false, true]]);
    expect(await state('2026-03-31T23:59:59Z')).toEqual([[false, true]]);
    expect(await state('2026-04-01T00:00:00Z')).toEqual([[true, false]]);
    await pause(id, '2026-05-01');
    expect(await state('2026-06-01')).toEqual([[false, true]]);
    // Another permission's pause is not this one's.
    await pause(await grant({ of: otherCase }), '2026-04-01');
    expect(await state('2026-04-02')).toEqual([[true, false]]);
  });

  test('a restriction begins, and is over; it keeps what it names from whom it names', async () => {
    await open({ mask: PLAN | MEETINGS });
    const masks = async (at = AT) => (await shared(at)).map(({ see, kept }) => [see, kept]);
    const clear = () => network.owner((sql) => sql`delete from access_denial`);
    await shutRow(network, caseId, sosa.staffId, { from: AT });
    expect([await masks(BEFORE), await masks()]).toEqual([[[PLAN | MEETINGS, 0n]], [[MEETINGS, PLAN]]]);
    await clear();
    await shutRow(network, caseId, clinic, { until: AT });
    expect([await masks(BEFORE), await masks()]).toEqual([[[MEETINGS, PLAN]], [[PLAN | MEETINGS, 0n]]]);
    await clear();
    await shutRow(network, otherCase, sosa.staffId);
    await shutRow(network, caseId, cora.staffId);
    expect(await masks()).toEqual([[PLAN | MEETINGS, 0n]]);
  });
});

describe('what was stopped', () => {
  const masks = async (at: string) => (await shared(at)).map(({ see, stopped }) => [see, stopped]);

  test('is put back before its stop, and named from then on', async () => {
    const id = await grant();
    await revoke(id, PLAN | MEETINGS, AT);
    expect(await masks(BEFORE)).toEqual([[PLAN | MEETINGS, 0n]]);
    expect(await masks(AT)).toEqual([[0n, PLAN | MEETINGS]]);
  });

  test('is put back without what a restriction kept then', async () => {
    await revoke(await grant(), PLAN | MEETINGS, AT);
    await shutRow(network, caseId, sosa.staffId);
    expect((await shared(BEFORE)).map(({ see, kept }) => [see, kept])).toEqual([[MEETINGS, PLAN]]);
  });

  test('in part, of the permission that it was of', async () => {
    const id = await grant({ status: 'active' });
    await open({ basisId: id, mask: PLAN });
    await revoke(id, MEETINGS, AT);
    await revoke(await grant({ of: otherCase, categories: PLAN }), PLAN, AT);
    expect(await masks(BEFORE)).toEqual([[PLAN | MEETINGS, 0n]]);
    expect(await masks(AT)).toEqual([[PLAN, MEETINGS]]);
  });

  test('comes once, though it should still have a row', async () => {
    const id = await grant();
    await open({ basisId: id });
    expect(await masks(AT)).toEqual([[PLAN, 0n]]);
  });

  test('is not put back as far as the law never opened it, or the agency’s own terms keep it', async () => {
    const opens = (id: string) =>
      network.owner((sql) => sql`update consent_grant set opens = ${String(PLAN)} where id = ${id}`);
    const whole = await grant();
    await opens(whole);
    await revoke(whole, PLAN | MEETINGS, AT);
    expect(await masks(BEFORE)).toEqual([[PLAN, 0n]]);
    const terms = (mask: bigint) =>
      network.owner((sql) => sql`update agency set shareable_mask = ${String(mask)} where id = ${welfare}`);
    const [before] = await network.owner(
      (sql) => sql<{ mask: string }[]>`select shareable_mask::text as mask from agency where id = ${welfare}`,
    );
    await terms(MEETINGS);
    expect(await masks(BEFORE)).toEqual([[0n, 0n]]);
    await network.owner((sql) => sql`update consent_grant set status = 'paused' where id = ${whole}`);
    await network.owner((sql) => sql`delete from consent_revocation where grant_id = ${whole}`);
    expect(await masks(BEFORE)).toEqual([[0n, 0n]]);
    await terms(BigInt(before?.mask ?? 0));
    expect(await masks(BEFORE)).toEqual([[PLAN, 0n]]);
  });

  test('and paused, is a permission’s: what a law opened goes on', async () => {
    const id = await grant({ of: otherCase });
    await revoke(id, PLAN, PAST);
    await pause(id, PAST);
    await network.owner(
      (
        sql,
      ) => sql`insert into effective_access (case_id, owner_agency, grantee_kind, grantee_id, purpose, basis_kind,
          basis_id, see_mask, know_mask, valid_from, valid_to, opened_at)
        values (${caseId}, ${welfare}, 'staff', ${sosa.staffId}, 1, 'court_order', ${id}, 8, 8, ${PAST}::text::timestamptz,
          ${FUTURE}::text::timestamptz, now())`,
    );
    expect(await shared()).toMatchObject([{ see: PLAN, stopped: 0n, on: true, paused: false }]);
  });
});

test('what restrictions would keep from somebody is told to those who hold the items', async () => {
  const kept = (who: StaffActor, from: string) =>
    asked(network, who, [caseId], async (tx) => {
      const [row] = await tx<{ kept: bigint | null }[]>`select kept_from(${caseId}, ${from}) as kept`;
      return row?.kept ?? null;
    });
  await shutRow(network, caseId, clinic);
  expect(await kept(dana, sosa.staffId)).toBe(PLAN);
  expect(await kept(dana, clinic)).toBe(PLAN);
  expect(await kept(dana, cora.staffId)).toBe(0n);
  expect(await kept(dana, newId(StaffId))).toBe(0n);
  for (const who of [cora, sosa]) expect(await kept(who, sosa.staffId)).toBeNull();
});
