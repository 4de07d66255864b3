import { newCase } from '@accord/cases/server';
import type { Database, Tx } from '@accord/db';
import {
  type AgencyId,
  AppError,
  type CaseId,
  CaseId as CaseIds,
  newId,
  type StaffActor,
  type YouthActor,
} from '@accord/kernel';
import { loadRing, needsTending, tendAgency, UnsealError, unwrapHolderSecret, Vault } from '@accord/vault';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Network } from '../support/network.ts';
import { refusalOf } from '../support/refused.ts';
import {
  asIntruder,
  opened,
  pageOf,
  placeOf,
  sealedItems,
  SPEAK,
  unsealerOf,
  untilBlocked,
} from './support.ts';

const folder = mkdtempSync(join(tmpdir(), 'accord-ring-'));
const ringFile = join(folder, 'ring.json');
let county: Network;
let river: Network;
let welfare: AgencyId;
let police: AgencyId;
let clinic: AgencyId;
let dana: StaffActor;
let ortiz: StaffActor;
let sosa: StaffActor;
let young: YouthActor;
let caseId: CaseId;

beforeAll(async () => {
  county = await Network.start(loadRing(ringFile));
  welfare = await county.addAgency('County Welfare', 'child-welfare');
  police = await county.addAgency('Town Police', 'law-enforcement');
  dana = await county.addStaff(welfare, 'Dana');
  ortiz = await county.addStaff(police, 'Ortiz');
  const second = await county.secondNode([{ name: 'River Clinic', system: 'mental-health' }]);
  river = second.node;
  clinic = second.agencies[0] as AgencyId;
  sosa = await river.addStaff(clinic, 'Sosa');
  ({ caseId, young } = await county.openCase(dana, 'Robin'));
  await county.as(dana).cases.addGoal({ caseId, ownWords: 'Learn to swim' });
  await county.as(dana).cases.addNote({ caseId, category: 'appointments', facts: 'Dentist on Monday' });
  await county.share(dana, caseId, { as: ortiz }, ['case-plan']);
  await county.share(dana, caseId, { as: sosa, mayWrite: true }, ['case-plan']);
  await river.as(sosa).cases.addNote({ caseId, category: 'appointments', facts: 'Session on Tuesday' });
});
afterAll(async () => {
  await river.database.close();
  await county.close();
  rmSync(folder, { recursive: true });
});

/** Every reader's page as bytes. */
async function pages(): Promise<string> {
  const read = [
    await county.as(dana).cases.open({ caseId }),
    await county.as(ortiz).cases.open({ caseId }),
    await river.as(sosa).cases.open({ caseId }),
    await county.asYouth(young).mine.open(),
    await county.as(dana).consent.list({ caseId }),
  ];
  return JSON.stringify(read);
}

interface KeptSecret {
  agencyEpoch: number;
  epoch: number;
  wrapped: Buffer;
}
const secretOf = () =>
  county.owner(async (sql) => {
    const [row] = await sql<KeptSecret[]>`select agency_epoch as "agencyEpoch", epoch, wrapped
      from young_person_key where young_person_id = ${young.youngPersonId}`;
    if (!row) throw new Error('no secret');
    return row;
  });

/** The database as the job that tends keys sees it, with something done around each of its transactions. */
function around(around: <T>(work: () => Promise<T>, nth: number) => Promise<T>): Database {
  let nth = 0;
  const { database } = county;
  return {
    ...database,
    withActor: (actor, reach, work) => {
      nth += 1;
      const mine = nth;
      return database.withActor(actor, reach, (tx: Tx) => around(() => work(tx), mine));
    },
  };
}

/** In small batches, so that each change takes several. */
const startNow = { startNow: true, batch: 2 };

test('every reader reads the same bytes before and after each agency’s epoch changed', async () => {
  const before = await pages();
  expect(before).not.toContain('preparing');
  expect(await tendAgency(county.database, county.vault, welfare, startNow)).toBeGreaterThan(3);
  expect(await tendAgency(county.database, county.vault, police, startNow)).toBe(1);
  expect(await tendAgency(river.database, river.vault, clinic, startNow)).toBeGreaterThan(1);
  expect(await pages()).toBe(before);
  const [left] = await county.owner(
    (sql) => sql<{ old: number; agreed: number }[]>`
      select count(*) filter (where holder_epoch = 1)::int as old,
        count(*) filter (where get_byte(wrapped, 0) = 2)::int as agreed from key_wrap`,
  );
  expect(left).toEqual({ old: 0, agreed: 0 });
});

test('the old secret is gone from the ring’s file', async () => {
  const secrets = (): string[] => readFileSync(ringFile, 'utf8').match(/"(secret|x25519)": "[^"]+"/g) ?? [];
  const before = secrets();
  await tendAgency(county.database, county.vault, welfare, startNow);
  await tendAgency(county.database, county.vault, police, startNow);
  const after = secrets();
  expect(before).toHaveLength(4);
  expect(after).toHaveLength(4);
  expect(after.filter((line) => before.includes(line))).toEqual([]);
});

test('rows that were copied aside before the epochs changed open for nobody afterwards', async () => {
  const backup = await sealedItems(county, caseId);
  const readers = [
    [county, dana],
    [county, ortiz],
    [river, sosa],
    [county, young],
  ] as const;
  for (const [node, reader] of readers) expect(await opened(node, reader, caseId, backup)).not.toEqual([]);
  await tendAgency(county.database, county.vault, welfare, startNow);
  await tendAgency(county.database, county.vault, police, startNow);
  await tendAgency(river.database, river.vault, clinic, startNow);
  for (const [node, reader] of readers) {
    expect(await opened(node, reader, caseId, backup)).toEqual([]);
    expect(await opened(node, reader, caseId, await sealedItems(county, caseId))).not.toEqual([]);
  }
});

test('under a forged epoch they do not open either', async () => {
  const backup = await sealedItems(county, caseId);
  for (const agency of [welfare, police]) await tendAgency(county.database, county.vault, agency, startNow);
  for (const reader of [dana, ortiz]) {
    const holderEpoch = county.vault.ring.current(reader.agencyId).epoch;
    expect(
      await opened(
        county,
        reader,
        caseId,
        backup.map((row) => ({ ...row, holderEpoch })),
      ),
    ).toEqual([]);
  }
});

test('a young person’s secret in a backup opens with no secret that their agency has now', async () => {
  const kept = await secretOf();
  await tendAgency(county.database, county.vault, welfare, startNow);
  const present = await secretOf();
  expect(present.epoch).toBe(kept.epoch + 1);
  const { symmetric } = county.vault.ring.current(welfare);
  const { youngPersonId } = young;
  const context = { youngPersonId, agencyId: welfare, epoch: kept.epoch };
  expect(() => unwrapHolderSecret(symmetric, kept.wrapped, context)).toThrow(UnsealError);
  expect(unwrapHolderSecret(symmetric, present.wrapped, { ...context, epoch: present.epoch })).toBeDefined();
});

test('a young person whose whole key was put back from a backup reads that it is being prepared, and no error', async () => {
  const wraps = (await sealedItems(county, caseId)).filter((row) => row.holderId === young.youngPersonId);
  const kept = await secretOf();
  await tendAgency(county.database, county.vault, welfare, startNow);
  const present = await secretOf();
  const current = (await sealedItems(county, caseId)).filter((row) => row.holderId === young.youngPersonId);
  const putBack = (secret: KeptSecret, rows: typeof wraps) =>
    asIntruder(county, async (sql) => {
      await sql`update young_person_key set agency_epoch = ${secret.agencyEpoch}, epoch = ${secret.epoch},
        wrapped = ${secret.wrapped} where young_person_id = ${young.youngPersonId}`;
      for (const { wrapId, wrapped, holderEpoch } of rows) {
        await sql`update key_wrap set wrapped = ${wrapped}, holder_epoch = ${holderEpoch} where id = ${wrapId}`;
      }
    });
  await putBack(kept, wraps);
  expect(new Set((await pageOf(county, young, caseId)).values())).toEqual(new Set(['preparing']));
  await putBack(present, current);
  expect([...(await pageOf(county, young, caseId)).values()]).not.toContain('preparing');
});

test('cut off after the ring has changed and before the database has, everyone reads and writes, and a second run ends it', async () => {
  const before = await pages();
  const cut = around(() => Promise.reject(new AppError('UNAVAILABLE', 'the database went away')));
  expect(await refusalOf(tendAgency(cut, county.vault, welfare, startNow))).toBe('UNAVAILABLE');
  expect(await pages()).toBe(before);
  expect(needsTending(county.vault.ring, welfare)).toBe(true);
  const { itemId } = await county.as(dana).cases.addGoal({ caseId, ownWords: 'Written in between' });
  const { caseId: begun } = await county.openCase(dana, 'Kim');

  await tendAgency(county.database, county.vault, welfare);
  expect(needsTending(county.vault.ring, welfare)).toBe(false);
  const ring = JSON.parse(readFileSync(ringFile, 'utf8')) as {
    agencies: Record<string, { epochs: unknown[] }>;
  };
  expect(ring.agencies[welfare]?.epochs).toHaveLength(1);
  expect((await pageOf(county, dana, caseId)).get(itemId)).toContain('Written in between');
  expect([...(await pageOf(county, dana, begun)).values()]).toEqual([JSON.stringify({ name: 'Kim' })]);
  expect(await pages()).not.toContain('preparing');
});

test.each([
  ['in the middle of the database’s change', 2, true],
  ['after the database has changed and before the old secret is destroyed', 200, false],
])('cut off %s, nothing is lost', async (_, batch, isLeftOver) => {
  const before = await pages();
  const cut = around((work, nth) =>
    nth === 1 ? work() : Promise.reject(new AppError('UNAVAILABLE', 'gone')),
  );
  expect(await refusalOf(tendAgency(cut, county.vault, welfare, { startNow: true, batch }))).toBe(
    'UNAVAILABLE',
  );
  expect(await pages()).toBe(before);
  const moved = await tendAgency(county.database, county.vault, welfare);
  expect(moved > 0).toBe(isLeftOver);
  expect(needsTending(county.vault.ring, welfare)).toBe(false);
  expect(await pages()).toBe(before);
});

test('asked again to start at once while an epoch was left half way, both are brought home', async () => {
  const before = await pages();
  const cut = around(() => Promise.reject(new AppError('UNAVAILABLE', 'the database went away')));
  expect(await refusalOf(tendAgency(cut, county.vault, welfare, startNow))).toBe('UNAVAILABLE');
  await tendAgency(county.database, county.vault, welfare, startNow);
  expect(await pages()).toBe(before);
});

test('an epoch waits for whoever is writing, and what they write stays readable', async () => {
  const begun = newId(CaseIds);
  const speaker = { nodeId: county.database.node.nodeId, actor: dana, ...SPEAK } as const;
  const { tending } = await county.database.withActor(dana, { ...SPEAK, cases: [begun] }, async (tx) => {
    await newCase(tx, county.vault, speaker, begun, { name: 'Ash' });
    const tending = tendAgency(county.database, county.vault, welfare, startNow);
    await untilBlocked(county, 'advisory');
    return { tending };
  });
  await tending;
  expect([...(await pageOf(county, dana, begun)).values()]).toEqual([JSON.stringify({ name: 'Ash' })]);
});

test('a writer who comes while an epoch changes waits, and writes with the new secret', async () => {
  const writing: Promise<{ itemId: string }>[] = [];
  const held = around(async (work, nth) => {
    const moved = await work();
    if (nth > 1) return moved;
    writing.push(county.as(dana).cases.addGoal({ caseId, ownWords: 'Written while it changed' }));
    await untilBlocked(county, 'advisory');
    return moved;
  });
  await tendAgency(held, county.vault, welfare, startNow);
  const written = await Promise.all(writing);
  expect(written).toHaveLength(1);
  const page = await pageOf(county, dana, caseId);
  for (const { itemId } of written) expect(page.get(itemId)).toContain('Written while it changed');
  expect([...(await pageOf(county, young, caseId)).values()]).toContain(
    JSON.stringify({ ownWords: 'Written while it changed' }),
  );
});

test('no secret is destroyed under a reader who has begun', async () => {
  const { tending, texts } = await county.database.withActor(
    ortiz,
    { ...SPEAK, cases: [caseId] },
    async (tx) => {
      const unseal = await county.vault.unsealer(tx, ortiz);
      const rows = (await sealedItems(county, caseId)).filter((row) => row.holderId === police);
      county.vault.forget();
      const tending = tendAgency(county.database, county.vault, police, startNow);
      await untilBlocked(county, 'advisory');
      return { tending, texts: rows.map((row) => unseal(placeOf(row), row)) };
    },
  );
  await tending;
  expect(texts).toContain(JSON.stringify({ ownWords: 'Learn to swim' }));
  expect(texts).not.toContain(undefined);
});

test('one wrap that somebody spoilt neither stops an epoch nor keeps the old secret alive', async () => {
  const rows = (await sealedItems(county, caseId)).filter((row) => row.holderId === police);
  const [spoilt] = rows;
  if (!spoilt?.wrapped) throw new Error('nothing was shared');
  const garbled = Buffer.from(spoilt.wrapped).reverse();
  await asIntruder(
    county,
    (sql) => sql`update key_wrap set wrapped = ${garbled} where id = ${spoilt.wrapId}`,
  );
  const before = county.vault.ring.current(police).epoch;
  await tendAgency(county.database, county.vault, police, { startNow: true, batch: 1 });
  expect(() => county.vault.ring.at(police, before)).toThrow();
  const unseal = await unsealerOf(county, ortiz, caseId);
  const after = (await sealedItems(county, caseId)).filter((row) => row.holderId === police);
  expect(after.filter((row) => unseal(placeOf(row), row) === undefined).map((row) => row.wrapId)).toEqual(
    rows.filter((row) => row.wrapId === spoilt.wrapId).map((row) => row.wrapId),
  );
});

test('a node with the ring of before the epoch opens nothing of what is wrapped now', async () => {
  const oldFile = join(folder, 'old.json');
  copyFileSync(ringFile, oldFile);
  await tendAgency(county.database, county.vault, welfare, startNow);
  const unseal = await county.database.withActor(dana, { ...SPEAK, cases: [caseId] }, (tx) =>
    new Vault(loadRing(oldFile)).unsealer(tx, dana),
  );
  const rows = (await sealedItems(county, caseId)).filter((row) => row.holderId === welfare);
  expect(rows.map((row) => unseal(placeOf(row), row)).filter((text) => text !== undefined)).toEqual([]);
});
