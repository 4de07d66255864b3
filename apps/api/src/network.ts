import { type Database, listen, openDatabase } from '@accord/db';
import { sessionsOf } from '@accord/identity/server';
import { type KeyRing, tendAgency, Vault } from '@accord/vault';
import { startKeeper } from './keeper.ts';
import { LiveHub } from './live/hub.ts';
import type { Log } from './log.ts';
import type { NodeFile } from './node-file.ts';
import { assertRegistered, assertStateLaw, prepareNode } from './prepare-node.ts';
import type { Place } from './storage.ts';

/** One network of agencies as this node serves it: its database, its keys, and who watches it. */
export interface Network {
  database: Database;
  vault: Vault;
  live: LiveHub;
  stop(): Promise<void>;
}

export interface NetworkOptions {
  place: Place;
  ring: KeyRing;
  nodeFile: NodeFile;
  log: Log;
  /** Called when the node may speak, and before anything else does: loads what an empty network starts with. */
  fill?: (database: Database, vault: Vault) => Promise<void>;
}

const SWEEP_MS = 10 * 60_000;

/** Brings a network up. What was started is stopped again when a later step throws. */
export async function startNetwork({ place, ring, nodeFile, log, fill }: NetworkOptions): Promise<Network> {
  const started: (() => Promise<void> | void)[] = [];
  const stop = async () => {
    for (const end of started.splice(0).reverse()) await end();
  };
  try {
    const node = { nodeId: nodeFile.nodeId, key: nodeFile.contextKey };
    const database = openDatabase({ url: place.runtimeUrl, node });
    started.push(() => database.close());
    const vault = new Vault(ring);
    if (place.ownerUrl) await prepareNode(place.ownerUrl, nodeFile, ring.agencies());
    await assertRegistered(database);
    await assertStateLaw(database);
    await fill?.(database, vault);
    for (const agencyId of ring.agencies()) await tendAgency(database, vault, agencyId);

    const live = new LiveHub();
    started.push(() => live.stop());
    const listener = await listen(place.listenUrl, {
      onTopic: (topic) => live.notify(topic),
      onLost: () => live.lost(),
      onBack: () => live.back(),
    });
    started.push(() => listener.close());
    const sweep = () =>
      void sessionsOf(database)
        .sweep()
        .catch(() => log('sweep failed'));
    const sweeping = setInterval(sweep, SWEEP_MS);
    started.push(() => clearInterval(sweeping));
    const keeper = startKeeper(database, vault, log);
    started.push(() => keeper.stop());
    return { database, vault, live, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
