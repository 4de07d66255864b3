import { PEOPLE, seedDemo } from '@accord/api/demo';
import { openDatabase, type Database } from '@accord/db';
import { staffRouter } from '@accord/api/routers';
import { type AgencyId, type CaseId, newId, NodeId, type Purpose, type StaffId } from '@accord/kernel';
import { withoutBrowser } from '@accord/rpc';
import { createTestDatabase, type TestDatabase } from '@accord/testing';
import { memoryRing, Vault } from '@accord/vault';
import { randomBytes } from 'node:crypto';
import postgres from 'postgres';

/** The demo, loaded by the product's own code into a database of this test's own. */
export interface Seeded {
  storage: TestDatabase;
  database: Database;
  vault: Vault;
  progress: readonly number[];
  /** As the owner of the schema, whom no row policy holds back. */
  sql: postgres.Sql;
  /** The product's own calls, as one person of the demo. */
  as(key: PersonKey, purpose?: Purpose): Promise<ReturnType<typeof staffRouter.createCaller>>;
  caseOf(codeName: string): Promise<CaseId>;
  close(): Promise<void>;
}
export type PersonKey = (typeof PEOPLE)[number]['key'];

export async function seedOnce(): Promise<Seeded> {
  const storage = await createTestDatabase();
  const nodeFile = {
    nodeId: newId(NodeId),
    contextKey: randomBytes(32),
    topicKey: randomBytes(32),
    limitKey: randomBytes(32),
    appPassword: '',
    listenPassword: '',
  };
  const node = { nodeId: nodeFile.nodeId, key: nodeFile.contextKey };
  const database = openDatabase({ url: storage.runtimeUrl, node });
  const vault = new Vault(memoryRing());
  const progress: number[] = [];
  await seedDemo({
    ownerUrl: storage.ownerUrl,
    nodeFile,
    database,
    vault,
    say: () => {},
    onProgress: (part) => progress.push(part),
  });
  const sql = postgres(storage.ownerUrl, {
    max: 1,
    onnotice: () => {},
    connection: { search_path: 'accord' },
  });
  return {
    storage,
    database,
    vault,
    progress,
    sql,
    as: async (key, purpose = 'care-plan-coordination') => {
      const name = PEOPLE.find((person) => person.key === key)?.name ?? '';
      const [row] = await sql<{ staffId: StaffId; agencyId: AgencyId }[]>`
        select id as "staffId", agency_id as "agencyId" from staff where name = ${name}`;
      if (!row) throw new Error(`${name} is not in the demo`);
      const actor = { kind: 'staff', ...row } as const;
      const rest = { database, vault, ...withoutBrowser(), caller: randomBytes(32), demo: null } as const;
      return staffRouter.createCaller({ ...rest, host: 'staff', actor, purpose });
    },
    caseOf: async (codeName) => {
      const [row] = await sql<{ id: CaseId }[]>`select id from case_file where code_name = ${codeName}`;
      if (!row) throw new Error(`no case is called ${codeName}`);
      return row.id;
    },
    close: async () => {
      await sql.end();
      await database.close();
      await storage[Symbol.asyncDispose]();
    },
  };
}
