import { type AgencyId, type NodeId, PURPOSES } from '@accord/kernel';
import postgres from 'postgres';
import { hmacPads } from './context.ts';

/** Rows that the catalogue tables hold, from the contracts that name them. */
export interface Catalogue {
  categories: readonly {
    bit: number;
    code: string;
    existenceKnown: boolean;
    consentable: boolean;
    authorOnly: boolean;
  }[];
}

/**
 * The `migrate` exception to withActor: what the owner of the schema sets up outside of any actor. Kept apart
 * from the runtime, which has no such rights.
 */
export async function asOwner<T>(ownerUrl: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {}, connection: { search_path: 'accord' } });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

export async function writeCatalogue(sql: postgres.Sql, { categories }: Catalogue): Promise<void> {
  for (const c of categories) {
    const written = await sql`insert into category (bit, code, existence_known, consentable, author_only)
      values (${c.bit}, ${c.code}, ${c.existenceKnown}, ${c.consentable}, ${c.authorOnly})
      on conflict (bit) do update set existence_known = excluded.existence_known,
        consentable = excluded.consentable, author_only = excluded.author_only
      where category.code = excluded.code`;
    // Masks are stored: a bit that meant another kind of data would open what it never named.
    if (written.count === 0) throw new Error(`bit ${c.bit} is taken, and not by ${c.code}`);
  }
  for (const [code, id] of Object.entries(PURPOSES)) {
    await sql`insert into purpose (id, code) values (${id}, ${code}) on conflict (id) do nothing`;
  }
}

/** Tells the database which node this is and which agencies it speaks for. */
export async function registerNode(
  sql: postgres.Sql,
  node: { nodeId: NodeId; key: Buffer },
  agencies: readonly AgencyId[],
): Promise<void> {
  const { inner, outer } = hmacPads(node.key);
  await sql.begin(async (tx) => {
    await tx`insert into node (id, inner_pad, outer_pad) values (${node.nodeId}, ${inner}, ${outer})
      on conflict (id) do update set inner_pad = excluded.inner_pad, outer_pad = excluded.outer_pad`;
    await tx`delete from node_agency where node_id = ${node.nodeId}`;
    for (const agencyId of agencies) {
      await tx`insert into node_agency (node_id, agency_id) values (${node.nodeId}, ${agencyId})`;
    }
  });
}

/** The key of the change topics is made once per database. */
export async function ensureTopicKey(sql: postgres.Sql, key: Buffer): Promise<void> {
  const { inner, outer } = hmacPads(key);
  await sql`insert into topic_key (inner_pad, outer_pad) values (${inner}, ${outer}) on conflict do nothing`;
}
