import { listen, openDatabase } from '@accord/db';
import { sessionsOf } from '@accord/identity/server';
import { loadRing, tendAgency, Vault } from '@accord/vault';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { seedDemo } from './demo/seed.ts';
import { createApp } from './http/app.ts';
import { LiveHub } from './live/hub.ts';
import { startKeeper } from './keeper.ts';
import { lineLog } from './log.ts';
import { readNodeFile } from './node-file.ts';
import { assertRegistered, prepareNode } from './prepare-node.ts';
import { serveApp } from './serve.ts';
import type { Settings } from './settings.ts';
import { openStorage } from './storage.ts';

export interface RunningNode {
  url: string;
  port: number;
  stop(): Promise<void>;
}

const SWEEP_MS = 10 * 60_000;

/**
 * Brings a whole node up: database, keys, demo, HTTP. `say` gets a line for the person who waits. What was started
 * is stopped again when a later step throws.
 */
export async function startNode(settings: Settings, say: (line: string) => void): Promise<RunningNode> {
  const started: (() => Promise<void> | void)[] = [];
  const stop = async () => {
    for (const end of started.splice(0).reverse()) await end();
  };
  try {
    return { ...(await start(settings, say, (end) => void started.push(end))), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

type OnStop = (end: () => Promise<void> | void) => void;

async function start(settings: Settings, say: (line: string) => void, onStop: OnStop) {
  mkdirSync(settings.dataFolder, { recursive: true });
  const keys = join(settings.dataFolder, 'keys');
  const nodeFile = readNodeFile(keys);
  const ring = loadRing(join(keys, 'ring.json'));
  const storage = await openStorage(settings, nodeFile, say);
  onStop(() => storage.stop());
  const node = { nodeId: nodeFile.nodeId, key: nodeFile.contextKey };
  const database = openDatabase({ url: storage.runtimeUrl, node });
  onStop(() => database.close());
  const vault = new Vault(ring);
  const log = lineLog((line) => process.stderr.write(`${line}\n`));

  const { ownerUrl } = storage;
  if (ownerUrl) await prepareNode(ownerUrl, nodeFile, ring.agencies());
  await assertRegistered(database);
  if (ownerUrl && settings.demo) await seedDemo({ ownerUrl, nodeFile, database, vault, say });
  for (const agencyId of ring.agencies()) await tendAgency(database, vault, agencyId);

  const live = new LiveHub();
  const listener = await listen(storage.listenUrl, {
    onTopic: (topic) => live.notify(topic),
    onLost: () => live.lost(),
    onBack: () => live.back(),
  });
  onStop(() => listener.close());
  const sweep = () =>
    void sessionsOf(database)
      .sweep()
      .catch(() => log('sweep failed'));
  const sweeping = setInterval(sweep, SWEEP_MS);
  onStop(() => clearInterval(sweeping));

  const { youthHost, safePage, webRoot, youthRoot, address } = settings;
  const demo = settings.demo ? { youthUrl: '' } : null;
  const services = {
    database,
    vault,
    live,
    log,
    demo,
    youthHost,
    safePage,
    webRoot,
    youthRoot,
    limitKey: nodeFile.limitKey,
  };
  const served = await serveApp(createApp(services), address, settings.port);
  onStop(() => served.close());
  onStop(() => live.stop());
  const keeper = startKeeper(database, vault, log);
  onStop(() => keeper.stop());
  if (demo) demo.youthUrl = `http://${youthHost}:${served.port}`;
  log('ready', { port: served.port, demo: settings.demo });
  return { url: `http://localhost:${served.port}`, port: served.port };
}
