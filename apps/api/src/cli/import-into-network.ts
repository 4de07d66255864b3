import { openDatabase, type Tx } from '@accord/db';
import { loadRing } from '@accord/vault';
import { join } from 'node:path';
import { findNetwork } from '../find-network.ts';
import { readNodeFile } from '../node-file.ts';
import { assertRegistered, prepareNode } from '../prepare-node.ts';
import { readSettings } from '../settings.ts';
import { directoryImport } from './directory-import.ts';

/** `directory import` on the network that the settings name, started for it where none runs. Answers the exit code. */
export async function importIntoNetwork(folder: string, print: (line: string) => void): Promise<number> {
  const settings = readSettings(process.env);
  const nodeFile = readNodeFile(join(settings.dataFolder, 'keys'));
  const { place, ringFile, stop } = await findNetwork(settings, nodeFile, print);
  const node = { nodeId: nodeFile.nodeId, key: nodeFile.contextKey };
  const database = openDatabase({ url: place.runtimeUrl, node, most: 1, statementSeconds: 300 });
  try {
    if (place.ownerUrl) await prepareNode(place.ownerUrl, nodeFile, loadRing(ringFile).agencies());
    await assertRegistered(database);
    const asImporter = <T>(work: (tx: Tx) => Promise<T>) =>
      database.withActor({ kind: 'system', job: 'directory' }, { purpose: 'service-referral' }, work);
    return await directoryImport(asImporter, folder, print);
  } finally {
    await database.close();
    await stop();
  }
}
