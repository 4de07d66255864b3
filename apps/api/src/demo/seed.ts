import { asOwner, type Database } from '@accord/db';
import { importDirectory } from '@accord/directory/server';
import { writeSampleDirectory } from '@accord/directory/testing';
import { tendAgency, type Vault } from '@accord/vault';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NodeFile } from '../node-file.ts';
import { prepareNode } from '../prepare-node.ts';
import { CARDS } from './cards.ts';
import { administer, giveAccount, letKnow, makeAdvisors, makeAgencies, makePeople } from './network.ts';
import { reviewProtocol } from './protocol.ts';
import { tellStory } from './story.ts';
import { AGENCIES } from './world.ts';

export interface SeedOptions {
  ownerUrl: string;
  nodeFile: NodeFile;
  database: Database;
  vault: Vault;
  say: (line: string) => void;
}

/**
 * Loads the demo into an empty network, once. A network with an agency in it is left as it is. Throws when an
 * earlier loading was interrupted: half a demo would show wrong things.
 */
export async function seedDemo({ ownerUrl, nodeFile, database, vault, say }: SeedOptions): Promise<void> {
  const found = await look(ownerUrl);
  if (found === 'half') {
    throw new Error(
      'Loading the demo was interrupted. Move the data folder, or the database, away and start again.',
    );
  }
  if (found !== 'nothing') return;
  say('Loading the demo: a made-up county with made-up people.');

  const agencies = await makeAgencies(ownerUrl);
  for (const agencyId of Object.values(agencies)) vault.ring.addAgency(agencyId);
  await prepareNode(ownerUrl, nodeFile, vault.ring.agencies());
  for (const agencyId of Object.values(agencies)) await tendAgency(database, vault, agencyId);

  await loadServices(database);
  const people = await makePeople(ownerUrl, agencies);
  const youngPersonId = await tellStory({ database, vault, people, now: new Date() });
  await administer(ownerUrl, people.alma);
  await letKnow(ownerUrl, people.sosa, agencies.childwelfare, 'cw-record');
  const advisors = await makeAdvisors(ownerUrl);
  await reviewProtocol({ database, vault, dana: people.dana, ...advisors });
  const email = CARDS.find((card) => card.key === 'jordan')?.email;
  if (email) await giveAccount(ownerUrl, youngPersonId, email);
}

async function look(ownerUrl: string): Promise<'nothing' | 'half' | 'something'> {
  const names = AGENCIES.map((agency) => agency.name);
  const last = CARDS.find((card) => card.key === 'jordan')?.email ?? '';
  const [row] = await asOwner(
    ownerUrl,
    (sql) => sql<{ any: boolean; begun: boolean; ended: boolean }[]>`
      select exists (select from agency) as any, exists (select from agency where name = any (${names})) as begun,
        exists (select from account where email = ${last}) as ended`,
  );
  if (!row?.any) return 'nothing';
  return row.begun && !row.ended ? 'half' : 'something';
}

/** The directory comes in the way a real one does. */
async function loadServices(database: Database): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'alder-county-'));
  await writeSampleDirectory(folder);
  await database.withActor({ kind: 'system', job: 'directory' }, { purpose: 'service-referral' }, (tx) =>
    importDirectory(tx, folder),
  );
  await rm(folder, { recursive: true });
}
