import { CATALOGUE } from '@accord/api/catalogue';
import { listItems } from '@accord/cases/server';
import { asOwner, type Database, openDatabase, registerNode, writeCatalogue } from '@accord/db';
import { ensureLogin, migrate } from '@accord/db/migrate';
import { AgencyId, CaseId, newId, NodeId, StaffId } from '@accord/kernel';
import { record } from '@accord/ledger/server';
import { startPostgres } from '@accord/postgres';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { figure, median, shuffled } from './figure.ts';
import { buildCases, listOpenings, type Opening, removeFloor } from './open-case.world.ts';

/**
 * What the floor costs. Side A opens a case under the floor, the signed context and the ledger. Side B runs the same
 * code in the same transaction over the same rows with the same ledger insert, in a copy of the database whose
 * policies are all `using (true)`. One interleaved run, blocks shuffled, synchronous commit on, equal checksums.
 *
 *     npm run bench -- open-case [--cases 20000] [--repeats 15] [--block 80]
 */
const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '20000' },
    repeats: { type: 'string', default: '15' },
    block: { type: 'string', default: '80' },
  },
});
const cases = Number(values.cases);
const repeats = Number(values.repeats);
const block = Number(values.block);
const PURPOSE = 'care-plan-coordination';

const folder = mkdtempSync(join(tmpdir(), 'accord-bench-'));
const server = await startPostgres({
  dataDir: folder,
  settings: { shared_buffers: '512MB', max_wal_size: '4GB' },
});
const node = { nodeId: newId(NodeId), key: randomBytes(32) };
try {
  const password = await makeTwoSides();
  const sides = { floor: openSide('floor', password), plain: openSide('plain', password) };
  const openings = await asOwner(urlOf('floor'), (sql) => listOpenings(sql, cases, block * 4));
  await warmUp(sides, openings);
  const ratios: number[] = [];
  const medians = { floor: [] as number[], plain: [] as number[] };
  for (let repeat = 0; repeat < repeats; repeat++) {
    const chosen = shuffled(openings, repeat + 1).slice(0, block);
    const times = { floor: 0, plain: 0 };
    for (const side of shuffled(['floor', 'plain'] as const, repeat * 7 + 3)) {
      times[side] = median(await timeBlock(sides[side], chosen));
      medians[side].push(times[side]);
    }
    ratios.push(times.floor / times.plain);
  }
  await Promise.all([sides.floor.close(), sides.plain.close()]);
  console.log(`cases ${cases}, ${repeats} repeats of ${block} openings a side, 14 rows each`);
  console.log(
    `floor p50 ${median(medians.floor).toFixed(3)} ms, plain p50 ${median(medians.plain).toFixed(3)} ms`,
  );
  console.log(`ratio least ${Math.min(...ratios).toFixed(2)}, most ${Math.max(...ratios).toFixed(2)}`);
  console.log(figure('open_case_ratio', median(ratios), 'ratio', '<=', 2));
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** Two databases that differ in their policies alone; answers the runtime's password. */
async function makeTwoSides(): Promise<string> {
  const password = randomBytes(16).toString('hex');
  await asOwner(server.superuserUrl, (sql) => sql`create database floor`);
  await migrate({ ownerUrl: urlOf('floor') });
  await ensureLogin(urlOf('floor'), 'accord_app', password, 'accord_runtime');
  await asOwner(urlOf('floor'), async (sql) => {
    await writeCatalogue(sql, CATALOGUE);
    await registerNode(sql, node, []);
    await buildCases(sql, cases);
  });
  await asOwner(server.superuserUrl, (sql) => sql`create database plain template floor`);
  await asOwner(urlOf('plain'), removeFloor);
  return password;
}

function urlOf(database: string, login?: { name: string; password: string }): string {
  const url = new URL(server.superuserUrl);
  url.pathname = `/${database}`;
  if (login) {
    url.username = login.name;
    url.password = login.password;
  }
  return url.href;
}

function openSide(name: string, password: string): Database {
  return openDatabase({ url: urlOf(name, { name: 'accord_app', password }), node, most: 1 });
}

async function openCase(database: Database, opening: Opening): Promise<string> {
  const caseId = CaseId.parse(opening.caseId);
  const actor = {
    kind: 'staff',
    staffId: StaffId.parse(opening.staffId),
    agencyId: AgencyId.parse(opening.agencyId),
  } as const;
  return database.withActor(actor, { purpose: PURPOSE, cases: [caseId] }, async (tx) => {
    const rows = await listItems(tx, caseId);
    const items = rows.map((row) => ({ itemId: row.itemId, version: row.bodyVersion }));
    const [first] = rows;
    if (!first) throw new Error('an opening without rows');
    await record(tx, { nodeId: node.nodeId, actor, purpose: PURPOSE }, 'opened', caseId, [
      { ownerAgency: first.ownerAgency, categoryMask: 15n, items },
    ]);
    const digest = createHash('sha256');
    for (const row of rows)
      digest
        .update(row.itemId)
        .update(row.sealed ?? '')
        .update(row.wrapped ?? '');
    return `${rows.length}:${digest.digest('hex')}`;
  });
}

/** Both sides answer the same bytes, or the figure says nothing. */
async function warmUp(
  sides: { floor: Database; plain: Database },
  openings: readonly Opening[],
): Promise<void> {
  for (const opening of openings) {
    const [floor, plain] = [await openCase(sides.floor, opening), await openCase(sides.plain, opening)];
    if (floor !== plain || !floor.startsWith('14:')) throw new Error(`checksums differ: ${floor} ${plain}`);
  }
}

async function timeBlock(database: Database, openings: readonly Opening[]): Promise<number[]> {
  const times: number[] = [];
  for (const opening of openings) {
    const before = process.hrtime.bigint();
    await openCase(database, opening);
    times.push(Number(process.hrtime.bigint() - before) / 1e6);
  }
  return times;
}
