import { listen, openDatabase } from '@accord/db';
import { loadRing, tendAgency, Vault } from '@accord/vault';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { seedDemo } from './demo/seed.ts';
import { createApp } from './http/app.ts';
import { LiveHub } from './live/hub.ts';
import { lineLog } from './log.ts';
import { readNodeFile } from './node-file.ts';
import { prepareNode } from './prepare-node.ts';
import { serveApp } from './serve.ts';
import type { Settings } from './settings.ts';
import { openStorage } from './storage.ts';

export interface RunningNode {
  url: string;
  port: number;
  stop(): Promise<void>;
}

/** Brings a whole node up: database, keys, demo, HTTP. `say` gets a line for the person who waits. */
export async function startNode(settings: Settings, say: (line: string) => void): Promise<RunningNode> {
  mkdirSync(settings.dataFolder, { recursive: true });
  const keys = join(settings.dataFolder, 'keys');
  const nodeFile = readNodeFile(keys);
  const ring = loadRing(join(keys, 'ring.json'));
  const storage = await openStorage(settings, nodeFile, say);
  const node = { nodeId: nodeFile.nodeId, key: nodeFile.contextKey };
  const database = openDatabase({ url: storage.runtimeUrl, node });
  const vault = new Vault(ring);
  const log = lineLog((line) => process.stderr.write(`${line}\n`));

  if (storage.ownerUrl) {
    await prepareNode(storage.ownerUrl, nodeFile, ring.agencies());
    if (settings.demo) await seedDemo({ ownerUrl: storage.ownerUrl, nodeFile, database, vault, say });
  }
  for (const agencyId of ring.agencies()) await tendAgency(database, vault, agencyId);

  const live = new LiveHub();
  const listener = await listen(storage.listenUrl, {
    onTopic: (topic) => live.notify(topic),
    onLost: () => live.closeAll(),
  });
  const { youthHost, safePage, webRoot, youthRoot, address } = settings;
  const demo = settings.demo ? { youthUrl: '' } : null;
  const services = { database, vault, live, log, demo, youthHost, safePage, webRoot, youthRoot, limitKey: nodeFile.limitKey };
  const served = await serveApp(createApp(services), address, settings.port);
  if (demo) demo.youthUrl = `http://${youthHost}:${served.port}`;
  log('ready', { port: served.port, demo: settings.demo });

  return {
    url: `http://localhost:${served.port}`,
    port: served.port,
    stop: async () => {
      live.stop();
      await served.close();
      await listener.close();
      await database.close();
      await storage.stop();
    },
  };
}
