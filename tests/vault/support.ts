import type { CaseId, ItemId, StaffActor, YouthActor } from '@accord/kernel';
import type { Place, SealedRow, Unseal } from '@accord/vault';
import type { Sql } from 'postgres';
import type { Network } from '../support/network.ts';

const PURPOSE = 'care-plan-coordination';
export const SPEAK = { purpose: PURPOSE } as const;

export type SealedItem = SealedRow & { itemId: ItemId; bodyVersion: number; holderId: string };

/** As the owner's connection reads it, which knows nothing of the product's types. */
type RawItem = Omit<SealedItem, 'categoryMask' | 'readAt' | 'endsAt'> & {
  categoryMask: string;
  readAt: Date;
  endsAt: Date | null;
};

/** Every body of a case beside every wrap of its key, as the owner of the database sees them: no floor at all. */
export async function sealedItems(network: Network, caseId: CaseId): Promise<SealedItem[]> {
  const rows = await network.owner(
    (sql) => sql<RawItem[]>`
      select b.case_id as "caseId", b.item_id as "itemId", b.version as "bodyVersion", b.owner_agency as "ownerAgency",
        b.category_mask as "categoryMask", b.key_version as "keyVersion", b.sealed, now() as "readAt",
        w.id as "wrapId", w.wrapped, w.holder_epoch as "holderEpoch", w.holder_id as "holderId",
        w.basis_id as "basisId", nullif(w.ends_at, 'infinity') as "endsAt"
      from case_item_body b
      join key_wrap w on w.case_id = b.case_id and w.owner_agency = b.owner_agency
        and w.category_mask = b.category_mask and w.key_version = b.key_version
      where b.case_id = ${caseId} order by b.item_id, w.id`,
  );
  return rows.map(({ categoryMask, readAt, endsAt, ...row }) => ({
    ...row,
    categoryMask: BigInt(categoryMask),
    readAt: readAt.toISOString(),
    endsAt: endsAt?.toISOString() ?? null,
  }));
}

export const placeOf = (row: SealedItem): Place => ({
  table: 'case_item_body',
  rowId: row.itemId,
  version: row.bodyVersion,
});

/** What this node's vault opens rows with, for this reader. */
export function unsealerOf(node: Network, actor: StaffActor | YouthActor, caseId: CaseId): Promise<Unseal> {
  const purpose = actor.kind === 'youth' ? 'self-access' : PURPOSE;
  return node.database.withActor(actor, { purpose, cases: [caseId] }, (tx) => node.vault.unsealer(tx, actor));
}

/** The texts that this node's vault opens among these rows, floor or no floor. */
export async function opened(
  node: Network,
  actor: StaffActor | YouthActor,
  caseId: CaseId,
  rows: readonly SealedItem[],
): Promise<string[]> {
  const unseal = await unsealerOf(node, actor, caseId);
  return [...new Set(rows.flatMap((row) => unseal(placeOf(row), row) ?? []))];
}

/** The items of somebody's page by id, with what stands in each. */
export async function pageOf(node: Network, actor: StaffActor | YouthActor, caseId: CaseId) {
  const page =
    actor.kind === 'youth'
      ? await node.asYouth(actor).mine.open()
      : await node.as(actor).cases.open({ caseId });
  return new Map<string, string>(
    page.items.map(({ itemId, content }) => [
      itemId,
      content.is === 'open' ? JSON.stringify(content.body) : content.is,
    ]),
  );
}

/** Goes on when somebody waits for a lock of this kind in this database; the test's own timeout is the limit. */
export async function untilBlocked(network: Network, locktype: 'advisory' | 'relation'): Promise<number> {
  return network.owner(async (sql) => {
    for (;;) {
      const [row] = await sql<{ pid: number }[]>`
        select pid from pg_locks where not granted and locktype = ${locktype}
          and database = (select oid from pg_database where datname = current_database())`;
      if (row) return row.pid;
    }
  });
}

/** Runs SQL past every foreign key and trigger, as only the owner of the server can. */
export function asIntruder(network: Network, work: (sql: Sql) => Promise<unknown>): Promise<unknown> {
  return network.owner(async (sql) => {
    await sql`set session_replication_role = replica`;
    return work(sql);
  });
}

export interface WrapOf {
  holder: string;
  mask: bigint;
  version: number;
  owner: string;
}

/** The wraps that stand on one basis. */
export function wrapsOn(network: Network, basisId: string): Promise<WrapOf[]> {
  return network.owner(async (sql) => {
    const rows = await sql<{ holder: string; mask: string; version: number; owner: string }[]>`
      select holder_id as holder, category_mask as mask, key_version as version, owner_agency as owner
      from key_wrap where basis_id = ${basisId} order by category_mask, key_version`;
    return rows.map((row) => ({ ...row, mask: BigInt(row.mask) }));
  });
}
