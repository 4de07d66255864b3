import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cluster } from '../storage.ts';

/**
 * Where demos live: each in a database of its own of the embedded Postgres, with a folder of its own for its keys.
 * One of them is the current one. It becomes that when it is whole, by one rename; what a killed process left half
 * done is never current.
 */
export interface DemoPlaces {
  /** Undefined before the first one is whole. */
  current(): string | undefined;
  makeCurrent(name: string): void;
  newName(): string;
  ringFile(name: string): string;
  /** Both the database and the keys. Throws, and leaves both, while anybody is connected to the database. */
  remove(cluster: Cluster, name: string): Promise<void>;
}

const PREFIX = 'demo_';

export function demoPlaces(dataFolder: string): DemoPlaces {
  const folder = join(dataFolder, 'demo');
  const pointer = join(folder, 'current');
  const ringFile = (name: string) => join(folder, name, 'ring.json');
  return {
    current: () => {
      const name = existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : '';
      return name !== '' && existsSync(ringFile(name)) ? name : undefined;
    },
    makeCurrent: (name) => {
      const next = `${pointer}.${process.pid}`;
      writeFileSync(next, `${name}\n`, { mode: 0o600 });
      renameSync(next, pointer);
    },
    newName: () => {
      const name = `${PREFIX}${randomBytes(6).toString('hex')}`;
      mkdirSync(join(folder, name), { recursive: true, mode: 0o700 });
      return name;
    },
    ringFile,
    remove: async (cluster, name) => {
      await cluster.drop(name);
      rmSync(join(folder, name), { recursive: true, force: true });
    },
  };
}

/** What is neither current nor in use goes: former demos, and those that were never finished. */
export async function tidyPlaces(places: DemoPlaces, cluster: Cluster): Promise<void> {
  // Another process may be making one right now.
  if (cluster.shared) return;
  for (const name of await cluster.list(PREFIX)) {
    if (name !== places.current()) await places.remove(cluster, name);
  }
}
