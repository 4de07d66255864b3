import { asOwner, type Database } from '@accord/db';
import { importDirectory } from '@accord/directory/server';
import { writeSampleDirectory } from '@accord/directory/testing';
import { shareMissing, tendAgency, type Vault } from '@accord/vault';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NodeFile } from '../node-file.ts';
import { prepareNode } from '../prepare-node.ts';
import { CARDS } from './cards.ts';
import { makeAgreements } from './agreements.ts';
import { giveAccount, linkServices, makeAdvisors, makeAgencies, makePeople } from './network.ts';
import { reviewProtocol } from './protocol.ts';
import { tellStories } from './story/index.ts';
import { writeTexts } from './texts.ts';
import { AGENCIES, JORDAN, LUZ } from './world/index.ts';

export interface SeedOptions {
  ownerUrl: string;
  nodeFile: NodeFile;
  database: Database;
  vault: Vault;
  say: (line: string) => void;
  /** How much of it is done, from 0 to 1. */
  onProgress?: (part: number) => void;
}

/**
 * Loads the demo into an empty network, once. A network with an agency in it is left as it is. Throws when an
 * earlier loading was interrupted: half a demo would show wrong things.
 */
export async function seedDemo(options: SeedOptions): Promise<void> {
  const { ownerUrl, nodeFile, database, vault, say, onProgress = () => {} } = options;
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
  await linkServices(ownerUrl, agencies);
  const people = await makePeople(ownerUrl, agencies);
  await makeAgreements(ownerUrl, agencies, people);
  const advisors = await makeAdvisors(ownerUrl);
  // Ahead of the stories: a permission is made on the text that its agency has then.
  await writeTexts({ database, vault, people, ...advisors });
  const stage = { database, vault, people, agencies, now: new Date() };
  const stories = await tellStories(stage, ownerUrl, (told, of) => onProgress(told / (of + 1)));
  // What the owner opened has its keys still to come.
  await shareMissing(database, vault);
  await reviewProtocol({ database, vault, dana: people.dana, ...advisors });
  // Last: an account for Jordan says that all of it is there.
  for (const [key, young] of [['luz', LUZ] as const, ['jordan', JORDAN] as const]) {
    const youngPersonId = stories.find((story) => story.young === young)?.youngPersonId;
    const email = CARDS.find((card) => card.key === key)?.email;
    if (email && youngPersonId) await giveAccount(ownerUrl, youngPersonId, email);
  }
  onProgress(1);
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
