import { loadRing } from '@accord/vault';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { seedDemo } from './demo/seed.ts';
import { Stage } from './demo/stage.ts';
import { createApp } from './http/app.ts';
import { type Log, lineLog } from './log.ts';
import { type Network, startNetwork } from './network.ts';
import { type NodeFile, readNodeFile } from './node-file.ts';
import { serveApp } from './serve.ts';
import type { Services } from './services.ts';
import type { Settings } from './settings.ts';
import { openOwn, type Place, startCluster } from './storage.ts';

export interface RunningNode {
  url: string;
  port: number;
  stop(): Promise<void>;
}

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
  const nodeFile = readNodeFile(join(settings.dataFolder, 'keys'));
  const log = lineLog((line) => process.stderr.write(`${line}\n`));
  const { served, stage } = await openServed({ settings, nodeFile, log, say, onStop });

  const { youthHost, safePage, webRoot, youthRoot, address } = settings;
  const demo = settings.demo ? { youthUrl: '', ...(stage && { stage }) } : null;
  const services: Services = {
    // Asked for by each call: a demo that is reset is another network from one call to the next.
    get database() {
      return served.current.database;
    },
    get vault() {
      return served.current.vault;
    },
    get live() {
      return served.current.live;
    },
    log,
    demo,
    youthHost,
    safePage,
    webRoot,
    youthRoot,
    limitKey: nodeFile.limitKey,
  };
  const server = await serveApp(createApp(services), address, settings.port);
  onStop(() => server.close());
  if (demo) demo.youthUrl = `http://${youthHost}:${server.port}`;
  log('ready', { port: server.port, demo: settings.demo });
  return { url: `http://localhost:${server.port}`, port: server.port };
}

interface Opening {
  settings: Settings;
  nodeFile: NodeFile;
  log: Log;
  say: (line: string) => void;
  onStop: OnStop;
}

/** What is served: the network of the settings, or whichever demo is playing. */
async function openServed(opening: Opening): Promise<{ served: { current: Network }; stage?: Stage }> {
  const { settings, nodeFile, log, say, onStop } = opening;
  const { databaseUrl, dataFolder } = settings;
  if (databaseUrl) {
    const place = await openOwn({ ...settings, databaseUrl }, say);
    return { served: { current: await openNetwork(place, opening) } };
  }
  const cluster = await startCluster(settings, nodeFile, say);
  onStop(() => cluster.stop());
  if (!settings.demo) {
    return { served: { current: await openNetwork(await cluster.open('postgres', say), opening) } };
  }
  const stage = await Stage.open({ dataFolder, cluster, nodeFile, log }, say);
  onStop(() => stage.stop());
  return { served: stage, stage };
}

async function openNetwork(
  place: Place,
  { settings, nodeFile, log, say, onStop }: Opening,
): Promise<Network> {
  const { ownerUrl } = place;
  const ring = loadRing(join(settings.dataFolder, 'keys', 'ring.json'));
  const network = await startNetwork({
    place,
    ring,
    nodeFile,
    log,
    fill: async (database, vault) => {
      if (ownerUrl && settings.demo) await seedDemo({ ownerUrl, nodeFile, database, vault, say });
    },
  });
  onStop(() => network.stop());
  return network;
}
