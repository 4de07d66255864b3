import { join } from 'node:path';
import { demoPlaces } from './demo/places.ts';
import type { NodeFile } from './node-file.ts';
import type { Settings } from './settings.ts';
import { openOwn, type Place, startCluster } from './storage.ts';

/**
 * The network that a command is about: the one that a start with the same settings serves. Throws where that would be
 * a demo and none has been made yet.
 */
export async function findNetwork(
  settings: Settings,
  nodeFile: NodeFile,
  say: (line: string) => void,
): Promise<{ place: Place; ringFile: string; stop: () => Promise<void> }> {
  const { databaseUrl, dataFolder, demo } = settings;
  const ringFile = join(dataFolder, 'keys', 'ring.json');
  if (databaseUrl) {
    return { place: await openOwn({ ...settings, databaseUrl }, say), ringFile, stop: async () => {} };
  }
  const places = demoPlaces(dataFolder);
  const name = demo ? places.current() : 'postgres';
  if (!name) throw new Error('There is no demo here yet. Start once with npm start, or set ACCORD_DEMO=off.');
  const cluster = await startCluster(settings, nodeFile, say);
  try {
    const place = await cluster.open(name, say);
    return { place, ringFile: demo ? places.ringFile(name) : ringFile, stop: () => cluster.stop() };
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}
