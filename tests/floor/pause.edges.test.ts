import type { Tx } from '@accord/db';
import type { Actor, AgencyId, CaseId, StaffActor, YouthActor } from '@accord/kernel';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { asked } from '../support/asked.ts';
import type { Network } from '../support/network.ts';
import { twoHouses } from './houses.ts';
import {
  assignRow,
  FUTURE,
  type GrantRow,
  grantRow,
  keyRow,
  keysNow,
  keyVersions,
  openRow,
  PAST,
  standing,
  wrapRow,
} from './rows.ts';

/** What pauses a permission and starts it again, by hand, and what goes when an agency narrows its own terms. */
let network: Network;
let welfare: AgencyId;
let clinic: AgencyId;
let dana: StaffActor;
let cora: StaffActor;
let sosa: StaffActor;
let caseId: CaseId;
let otherCase: CaseId;
let young: YouthActor;
let other: YouthActor;

const PLAN = 8n;
const MEETINGS = 1n << 30n;
const OVER = '2021-01-01T00:00:00Z';

beforeAll(async () => {
  ({ network, welfare, clinic, dana, cora, sosa } = await twoHouses());
});
afterAll(() => network.close());
beforeEach(async () => {
  ({ caseId, young } = await network.openCase(dana, 'Robin'));
  ({ caseId: otherCase, young: other } = await network.openCase(dana, 'Sam'));
  await keyRow(network, caseId, welfare);
  await keyRow(network, caseId, clinic);
  await keyRow(network, otherCase, welfare);
});

const run = (who: Actor, work: (tx: Tx) => Promise<unknown>) =>
  asked(network, who, [caseId, otherCase], async (tx) => {
    await work(tx);
    return 'done';
  });
/** A permission for Sosa, with its row and its wrap unless it is paused. */
async function grant({ status = 'active', ...change }: Partial<GrantRow> = {}): Promise<string> {
  const ground = { of: caseId, discloser: welfare, to: sosa, by: dana, categories: PLAN };
  const id = await grantRow(network, { ...ground, status, ...change });
  if (status === 'active') {
    await openRow(network, { of: caseId, owner: welfare, kind: 'staff', to: sosa.staffId, basisId: id });
    await wrapRow(network, caseId, welfare, clinic, id);
  }
  await network.owner(
    (sql) => sql`insert into consent_signature (grant_id, capacity, method, recorded_by, form_digest)
      values (${id}, 'young_person', 'typed', ${dana.staffId}, sha256('form'))`,
  );
  return id;
}
const statusOf = async (id: string) => {
  const [row] = await network.owner(
    (sql) => sql<{ status: string }[]>`select status from consent_grant where id = ${id}`,
  );
  return row?.status;
};
const pausesOf = (id: string) =>
  network.owner(async (sql) => [
    ...(await sql<{ from: string; by: string; again: string | null; who: string | null }[]>`
      select paused_from as from, paused_by as by, resumed_from as again, resumed_by as who
      from consent_pause where grant_id = ${id} order by paused_at`),
  ]);
const ends = (who: StaffActor) =>
  network.owner(async (sql) => {
    const rows = await sql<{ now: boolean }[]>`select valid_to <= clock_timestamp() as now from assignment
      where case_id = ${caseId} and staff_id = ${who.staffId} and kind = 'assigned'`;
    return rows.map(({ now }) => (now ? 'over' : 'on'));
  });
/** The clinic holds items of the case too, with Sosa on it. */
const join = async () => {
  await openRow(network, { of: caseId, owner: clinic, kind: 'agency', to: clinic, basis: 'own_custody' });
  await assignRow(network, caseId, sosa);
};
const OPEN = { rows: 1, wraps: 1 };
const CLOSED = { rows: 0, wraps: 0 };

describe('a permission is paused', () => {
  const pause = (id: string) => (tx: Tx) => tx`select pause_grant(${id}, ${randomUUID()})`;

  test('by the young person and by whoever holds the items, a supervisor too; it alone', async () => {
    await assignRow(network, caseId, cora, { kind: 'supervision' });
    for (const who of [young, dana, cora]) {
      const [id, beside] = [await grant(), await grant()];
      expect(await run(who, pause(id))).toBe('done');
      expect([await statusOf(id), await standing(network, id)]).toEqual(['paused', CLOSED]);
      expect([await statusOf(beside), await standing(network, beside)]).toEqual(['active', OPEN]);
      const isYoung = who.kind === 'youth';
      expect(await pausesOf(id)).toEqual([
        {
          from: isYoung ? 'young_person' : 'staff',
          by: isYoung ? who.youngPersonId : who.staffId,
          again: null,
          who: null,
        },
      ]);
    }
  });

  test('by nobody else, and no draft', async () => {
    await join();
    const id = await grant();
    for (const who of [cora, sosa, other]) expect(await run(who, pause(id))).toBe('AC404');
    expect(await run(dana, pause(await grant({ discloser: clinic })))).toBe('AC404');
    expect(await run(dana, pause(await grant({ status: 'draft' })))).toBe('AC404');
    expect(await run(dana, pause(randomUUID()))).toBe('AC404');
    expect([await statusOf(id), await standing(network, id)]).toEqual(['active', OPEN]);
  });

  test('while it is shared', async () => {
    expect(await run(dana, pause(await grant({ until: OVER })))).toBe('AC409');
    for (const status of ['paused', 'stopped'] as const)
      expect([status, await run(dana, pause(await grant({ status })))]).toEqual([status, 'AC409']);
  });

  test('and what is written next is written with a new key of this case and owner', async () => {
    const before = await keyVersions(network, caseId, otherCase);
    expect(await run(dana, pause(await grant()))).toBe('done');
    const key = `${caseId} ${welfare}`;
    expect(await keyVersions(network, caseId, otherCase)).toEqual({
      ...before,
      [key]: (before[key] ?? 0) + 1,
    });
  });

  test('and its recipient writes no more', async () => {
    await assignRow(network, caseId, sosa, { until: FUTURE });
    expect(await run(dana, pause(await grant()))).toBe('done');
    expect(await ends(sosa)).toEqual(['on']);
    expect(await run(dana, pause(await grant({ mayWrite: true })))).toBe('done');
    expect(await ends(sosa)).toEqual(['over']);
  });

  test('alone with the keys', async () => {
    const id = await grant();
    const during = await asked(network, dana, [caseId], async (tx) => {
      await pause(id)(tx);
      return keysNow(network, caseId);
    });
    expect(during).toBe('taken');
  });
});

describe('a paused permission is started again', () => {
  const paused = async (change: Partial<GrantRow> & { from?: 'staff' | 'young_person' | 'nobody' } = {}) => {
    const { from = 'staff', ...row } = change;
    const id = await grant({ status: 'paused', ...row });
    if (from !== 'nobody') await pauseRow(id, from);
    return id;
  };
  const pauseRow = (id: string, from: 'staff' | 'young_person', again = false) =>
    network.owner(
      (
        sql,
      ) => sql`insert into consent_pause (id, grant_id, paused_from, paused_by, paused_at, resumed_from, resumed_by,
          resumed_at)
        values (${randomUUID()}, ${id}, ${from}, ${from === 'staff' ? dana.staffId : young.youngPersonId},
          ${again ? PAST : OVER}::text::timestamptz, ${again ? 'staff' : null}, ${again ? cora.staffId : null},
          ${again ? OVER : null}::text::timestamptz)`,
    );
  const row = (to: string = sosa.staffId, kind = 'staff') =>
    JSON.stringify([
      {
        owner_agency: welfare,
        grantee_kind: kind,
        grantee_id: to,
        purpose: 1,
        see_mask: '8',
        know_mask: '8',
        valid_to: FUTURE,
      },
    ]);
  const resume =
    (id: string, rows = row()) =>
    (tx: Tx) =>
      tx`select resume_grant(${id}, ${rows}::text::jsonb, array[1]::smallint[])`;

  test('by whoever could sign it, and by the young person; with the rows of now', async () => {
    for (const who of [dana, young]) {
      // It was paused before, and started again.
      const [id, beside] = [await paused({ from: 'nobody' }), await paused()];
      await pauseRow(id, 'staff', true);
      await pauseRow(id, 'staff');
      expect(await run(who, resume(id))).toBe('done');
      expect([await statusOf(id), await standing(network, id)]).toEqual(['active', { rows: 1, wraps: 0 }]);
      expect([await statusOf(beside), await standing(network, beside)]).toEqual(['paused', CLOSED]);
      const before = { from: 'staff', by: dana.staffId };
      expect(await pausesOf(id)).toEqual([
        { ...before, again: 'staff', who: cora.staffId },
        who.kind === 'youth'
          ? { ...before, again: 'young_person', who: who.youngPersonId }
          : { ...before, again: 'staff', who: dana.staffId },
      ]);
      expect(await pausesOf(beside)).toEqual([{ ...before, again: null, who: null }]);
    }
  });

  test('by nobody else, and no draft', async () => {
    await join();
    await assignRow(network, caseId, cora, { kind: 'supervision' });
    const id = await paused();
    for (const who of [cora, sosa, other]) expect(await run(who, resume(id))).toBe('AC404');
    expect(await run(dana, resume(await paused({ discloser: clinic })))).toBe('AC404');
    expect(await run(dana, resume(await grant({ status: 'draft' })))).toBe('AC404');
    expect(await run(dana, resume(randomUUID()))).toBe('AC404');
    expect([await statusOf(id), await standing(network, id)]).toEqual(['paused', CLOSED]);
  });

  test('what the young person paused by them alone', async () => {
    const id = await paused({ from: 'young_person' });
    expect(await run(dana, resume(id))).toBe('AC409');
    expect(await run(young, resume(id))).toBe('done');
  });

  test('while it is paused, and not over', async () => {
    for (const status of ['active', 'stopped'] as const) {
      const id = await grant({ status });
      await pauseRow(id, 'staff');
      expect([status, await run(dana, resume(id))]).toEqual([status, 'AC409']);
    }
    expect(await run(dana, resume(await paused({ from: 'nobody' })))).toBe('AC409');
    expect(await run(dana, resume(await paused({ until: OVER })))).toBe('AC409');
  });

  test('for a recipient who is still there', async () => {
    const left = await network.addStaff(clinic, 'Former');
    const leaves = (at: string) =>
      network.owner(
        (sql) => sql`update staff set ended_at = ${at}::text::timestamptz where id = ${left.staffId}`,
      );
    await leaves(OVER);
    const id = await paused({ to: left });
    expect(await run(dana, resume(id, row(left.staffId)))).toBe('AC409');
    await leaves(FUTURE);
    expect(await run(dana, resume(id, row(left.staffId)))).toBe('done');
    expect(await run(dana, resume(await paused({ to: clinic }), row(clinic, 'agency')))).toBe('done');
  });

  test('and lets its recipient write again, where it did', async () => {
    expect(await run(dana, resume(await paused()))).toBe('done');
    expect(await ends(sosa)).toEqual([]);
    expect(await run(dana, resume(await paused({ mayWrite: true })))).toBe('done');
    expect(await ends(sosa)).toEqual(['on']);
  });

  test('while nobody stops anything in the case', async () => {
    const id = await paused();
    const during = await asked(network, dana, [caseId], async (tx) => {
      await resume(id)(tx);
      return keysNow(network, caseId);
    });
    expect(during).toBe('shared');
  });
});

describe('an agency narrows its own terms', () => {
  const terms = async (mask: bigint) => {
    const said = await network
      .owner((sql) => sql`update agency set shareable_mask = ${String(mask)} where id = ${welfare}`)
      .then(() => 'taken', String);
    expect(said).toBe('taken');
  };
  const everything = (1n << 31n) - 1n;
  beforeEach(() => terms(everything));
  afterAll(() => terms(everything));

  const open = (basisId: string, mask: bigint, owner = welfare, basis = 'consent') =>
    network.owner(
      (
        sql,
      ) => sql`insert into effective_access (case_id, owner_agency, grantee_kind, grantee_id, purpose, basis_kind,
          basis_id, see_mask, know_mask, valid_from, valid_to, opened_at)
        values (${caseId}, ${owner}, 'staff', ${sosa.staffId}, 1, ${basis}, ${basisId}, ${String(mask)}, ${String(mask)},
          '-infinity', 'infinity', now())`,
    );
  const masksOf = (basisId: string) =>
    network.owner(async (sql) => {
      const rows = await sql<
        { see: string; know: string }[]
      >`select see_mask::text as see, know_mask::text as know
        from effective_access where basis_id = ${basisId}`;
      return rows.map(({ see, know }) => [BigInt(see), BigInt(know)]);
    });

  test('and what its permissions open narrows with them; nothing of another agency, and nothing that a law opened', async () => {
    const [both, meetings, ordered, theirs, nothing, law] = Array.from({ length: 6 }, () => randomUUID());
    await open(both as string, PLAN | MEETINGS);
    await open(meetings as string, MEETINGS);
    await open(ordered as string, MEETINGS, welfare, 'court_order');
    await open(theirs as string, MEETINGS, clinic);
    await open(nothing as string, 0n, clinic);
    await open(law as string, 0n, welfare, 'court_order');
    await terms(PLAN);
    expect(await masksOf(both as string)).toEqual([[PLAN, PLAN]]);
    expect(await masksOf(meetings as string)).toEqual([]);
    for (const id of [ordered, theirs]) expect(await masksOf(id as string)).toEqual([[MEETINGS, MEETINGS]]);
    for (const id of [nothing, law]) expect(await masksOf(id as string)).toEqual([[0n, 0n]]);
  });

  test('and their wraps go, of the kinds that it keeps; no others', async () => {
    const wrapped = async (mask: bigint, owner = welfare, basis = 'consent') => {
      const id = randomUUID();
      await open(id, mask, owner, basis);
      await wrapRow(network, caseId, owner, clinic, id);
      return id;
    };
    const [kept, ours] = [await wrapped(MEETINGS | PLAN), await wrapped(PLAN)];
    const [ordered, theirs] = [await wrapped(PLAN, welfare, 'court_order'), await wrapped(PLAN, clinic)];
    const unopened = randomUUID();
    await wrapRow(network, caseId, welfare, clinic, unopened);
    await terms(everything & ~MEETINGS);
    for (const id of [kept, ours]) expect((await standing(network, id)).wraps).toBe(1);
    await terms(everything & ~MEETINGS & ~PLAN);
    for (const id of [kept, ours]) expect((await standing(network, id)).wraps).toBe(0);
    for (const id of [ordered, theirs, unopened]) expect((await standing(network, id)).wraps).toBe(1);
  });

  test('and what it writes next is written with new keys; another agency’s stay', async () => {
    const before = await keyVersions(network, caseId, otherCase);
    await terms(PLAN);
    const [ours, elsewhere] = [`${caseId} ${welfare}`, `${otherCase} ${welfare}`];
    expect(await keyVersions(network, caseId, otherCase)).toEqual({
      ...before,
      [ours]: (before[ours] ?? 0) + 1,
      [elsewhere]: (before[elsewhere] ?? 0) + 1,
    });
  });
});
