import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { asOwner, type Database, openDatabase, registerNode } from '@accord/db';
import { AgencyId, newId, NodeId, type StaffActor, StaffId } from '@accord/kernel';
import { createTestDatabase } from '@accord/testing';
import { writeTables } from '../testing/sample.ts';
import type { Tx } from './import.queries.ts';

/** A database with one agency, one member of its staff, and a folder to import from. */
export interface DirectoryWorld extends AsyncDisposable {
  database: Database;
  /** For a process of its own that logs in as the product does. */
  runtimeUrl: string;
  staff: StaffActor;
  /** As the import runs. */
  asDirectory<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  asStaff<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Past all row policies, to look at what is really there. */
  look<Row extends object>(query: string): Promise<Row[]>;
  /** A new folder of tables, named `alder` so that every import of a file of tests is one source. */
  folderOf(tables: Readonly<Record<string, string>>): Promise<string>;
}

export async function directoryWorld(): Promise<DirectoryWorld> {
  const { ownerUrl, runtimeUrl, ...testDatabase } = await createTestDatabase();
  const node = { nodeId: newId(NodeId), key: randomBytes(32) };
  const staff: StaffActor = { kind: 'staff', staffId: newId(StaffId), agencyId: newId(AgencyId) };
  await asOwner(ownerUrl, async (sql) => {
    await sql`insert into agency (id, name, system) values (${staff.agencyId}, 'Alder Child Welfare', 'child-welfare')`;
    await sql`insert into staff (id, agency_id, name, title)
      values (${staff.staffId}, ${staff.agencyId}, 'Robin Ames', 'Case worker')`;
    await registerNode(sql, node, [staff.agencyId]);
  });
  const database = openDatabase({ url: runtimeUrl, node, most: 2 });
  const folders: string[] = [];
  return {
    database,
    runtimeUrl,
    staff,
    asDirectory: (work) =>
      database.withActor({ kind: 'system', job: 'directory' }, { purpose: 'service-referral' }, work),
    asStaff: (work) => database.withActor(staff, { purpose: 'service-referral' }, work),
    look: (query) => asOwner(ownerUrl, async (sql) => [...(await sql.unsafe<never[]>(query))]),
    folderOf: async (tables) => {
      const parent = await mkdtemp(join(tmpdir(), 'accord-directory-'));
      folders.push(parent);
      await writeTables(join(parent, 'alder'), tables);
      return join(parent, 'alder');
    },
    [Symbol.asyncDispose]: async () => {
      await database.close();
      for (const folder of folders) await rm(folder, { recursive: true, force: true });
      await testDatabase[Symbol.asyncDispose]();
    },
  };
}
