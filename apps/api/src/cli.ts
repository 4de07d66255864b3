import { openDatabase, type Tx } from '@accord/db';
import { loadRing } from '@accord/vault';
import { join } from 'node:path';
import { directoryImport } from './cli/directory-import.ts';
import { readNodeFile } from './node-file.ts';
import { assertRegistered, prepareNode } from './prepare-node.ts';
import { readSettings } from './settings.ts';
import { findNetwork } from './find-network.ts';
import { sentenceOf } from './trouble.ts';

const USAGE = `npm run accord -- <command>

  directory import <folder>   read HSDS tables (services.csv and those beside it) into the directory`;

/** The operator's commands. Answers the exit code: 0 done, 1 nothing done, 2 not understood. */
export async function accord(args: readonly string[], print: (line: string) => void): Promise<number> {
  const [area, verb, folder] = args;
  if (area !== 'directory' || verb !== 'import' || !folder || args.length > 3) {
    print(USAGE);
    return 2;
  }
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

try {
  process.exitCode = await accord(process.argv.slice(2), (line) => console.log(line));
} catch (error) {
  console.error(`Nothing was done. ${sentenceOf(error)}`);
  process.exitCode = 1;
}
