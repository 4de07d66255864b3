import { type Database, openDatabase, type Tx } from '@accord/db';
import type { CaseId, StaffActor } from '@accord/kernel';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { Network } from '../support/network.ts';
import { refusalOf } from '../support/refused.ts';

// A server that restarts, an operator who ends a backend, a pool that is full: callers get an answer, the process
// goes on, and nothing of one reader reaches another through what is left of a transaction.

const reach = { purpose: 'care-plan-coordination' } as const;
let network: Network;
let database: Database;
let dana: StaffActor;
let ortiz: StaffActor;
let caseId: CaseId;

beforeAll(async () => {
  network = await Network.start();
  dana = await network.addStaff(await network.addAgency('County Welfare', 'child-welfare'), 'Dana');
  ortiz = await network.addStaff(await network.addAgency('Town Police', 'law-enforcement'), 'Ortiz');
  ({ caseId } = await network.openCase(dana, 'Robin'));
});
afterAll(() => network.close());

beforeEach(() => {
  // One connection: whatever a lost transaction leaves behind meets the next caller.
  database = openDatabase({ url: network.storage.runtimeUrl, node: network.database.node, most: 1 });
});
afterEach(() => database.close());

async function backendOf(tx: Tx): Promise<number> {
  const [row] = await tx<{ pid: number }[]>`select pg_backend_pid() as pid`;
  return row?.pid ?? 0;
}

const kill = (pid: number) => network.owner((sql) => sql`select pg_terminate_backend(${pid}, 5000)`);

const speaker = async (tx: Tx) => {
  const [row] = await tx<{ who: string | null }[]>`select (accord.context()).actor_id as who`;
  return row?.who;
};

const nextCall = () => database.withActor(ortiz, reach, speaker);

test('a backend that ends between two statements is UNAVAILABLE, and the next call works', async () => {
  const call = database.withActor(dana, reach, async (tx) => {
    await kill(await backendOf(tx));
    return speaker(tx);
  });
  expect(await refusalOf(call)).toBe('UNAVAILABLE');
  expect(await nextCall()).toBe(ortiz.staffId);
});

test('a backend that ends while its transaction waits for something else does not keep the caller waiting', async () => {
  const call = database.withActor(dana, reach, async (tx) => {
    await kill(await backendOf(tx));
    await new Promise<never>(() => {});
  });
  expect(await refusalOf(call)).toBe('UNAVAILABLE');
  expect(await nextCall()).toBe(ortiz.staffId);
});

test('a backend that ends under a statement in flight is UNAVAILABLE, and the next call works', async () => {
  const call = database.withActor(dana, reach, async (tx) => {
    const pid = await backendOf(tx);
    await Promise.all([tx`select pg_sleep(4)`, kill(pid)]);
  });
  expect(await refusalOf(call)).toBe('UNAVAILABLE');
  expect(await nextCall()).toBe(ortiz.staffId);
});

test('what was written before the end of its backend is not there', async () => {
  const call = database.withActor(dana, { ...reach, cases: [caseId] }, async (tx) => {
    await tx`insert into ledger_entry (id, node_id, actor_kind, actor_id, actor_agency, action, case_id, owner_agency,
        purpose, category_mask, item_count, digest)
      values (gen_random_uuid(), ${database.node.nodeId}, 'staff', ${dana.staffId}, ${dana.agencyId}, 'opened',
        ${caseId}, ${dana.agencyId}, 1, 0, 77, sha256('lost'))`;
    await kill(await backendOf(tx));
  });
  expect(await refusalOf(call)).toBe('UNAVAILABLE');
  expect(await network.owner((sql) => sql`select from ledger_entry where item_count = 77`)).toHaveLength(0);
});

test('work that goes on after its backend has ended runs nothing in the next caller’s name', async () => {
  const lost = Promise.withResolvers<void>();
  let late: Promise<unknown> | undefined;
  const call = database.withActor(dana, reach, async (tx) => {
    late = lost.promise.then(() => speaker(tx));
    late.catch(() => {});
    await kill(await backendOf(tx));
    await late;
  });
  expect(await refusalOf(call)).toBe('UNAVAILABLE');
  await database.withActor(ortiz, reach, async (tx) => {
    lost.resolve();
    await expect(late).rejects.toThrow('after its transaction');
    expect(await speaker(tx)).toBe(ortiz.staffId);
  });
});

test('work that swallows the loss and asks again is UNAVAILABLE all the same, and the process goes on', async () => {
  const call = database.withActor(dana, reach, async (tx) => {
    const pid = await backendOf(tx);
    await Promise.all([tx`select pg_sleep(4)`, kill(pid)]).catch(() => {});
    return speaker(tx);
  });
  expect(await refusalOf(call)).toBe('UNAVAILABLE');
  expect(await nextCall()).toBe(ortiz.staffId);
});

test('a branch that outlives a failed transaction runs nothing in the next caller’s name', async () => {
  const over = Promise.withResolvers<void>();
  let late: Promise<unknown> | undefined;
  const call = database.withActor(dana, reach, async (tx) => {
    late = over.promise.then(() => speaker(tx));
    late.catch(() => {});
    await Promise.all([late, tx`select 1 / 0`]);
  });
  expect(await refusalOf(call)).toBe('INTERNAL');
  await database.withActor(ortiz, reach, async (tx) => {
    over.resolve();
    await expect(late).rejects.toThrow('after its transaction');
    expect(await speaker(tx)).toBe(ortiz.staffId);
  });
});

test('every backend of a busy pool ending at once, again and again, leaves a pool that works', async () => {
  const busy = openDatabase({ url: network.storage.runtimeUrl, node: database.node, most: 4 });
  for (let round = 0; round < 10; round += 1) {
    const pids: number[] = [];
    const ready = Promise.withResolvers<void>();
    const calls = [0, 1, 2, 3].map((each) =>
      busy.withActor(dana, reach, async (tx) => {
        pids.push(await backendOf(tx));
        if (pids.length === 4) ready.resolve();
        await ready.promise;
        if (each % 2 === 0) await tx`select pg_sleep(4)`;
        else await new Promise<never>(() => {});
      }),
    );
    await Promise.all([ready.promise.then(() => Promise.all(pids.map(kill))), ...calls.map(refusalOf)]);
    const after = await Promise.all([0, 1, 2, 3].map(() => busy.withActor(ortiz, reach, speaker)));
    expect(after).toEqual(after.map(() => ortiz.staffId));
  }
  await busy.close();
});

test('a full pool answers UNAVAILABLE within about two seconds, and serves again once it has room', async () => {
  const held = Promise.withResolvers<void>();
  const holder = database.withActor(dana, reach, async (tx) => {
    await speaker(tx);
    await held.promise;
  });
  const started = performance.now();
  expect(await refusalOf(nextCall())).toBe('UNAVAILABLE');
  const waited = performance.now() - started;
  expect(waited).toBeGreaterThan(1_900);
  expect(waited).toBeLessThan(2_800);
  held.resolve();
  await holder;
  expect(await nextCall()).toBe(ortiz.staffId);
});

test('a database that is not there answers UNAVAILABLE', async () => {
  const url = new URL(network.storage.runtimeUrl);
  url.port = '9';
  const away = openDatabase({ url: url.href, node: database.node, most: 1 });
  expect(await refusalOf(away.withActor(dana, reach, speaker))).toBe('UNAVAILABLE');
  await away.close();
});
