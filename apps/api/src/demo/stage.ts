import { AppError, notFound } from '@accord/kernel';
import type { DemoStage } from '@accord/rpc';
import { loadRing } from '@accord/vault';
import type { Log } from '../log.ts';
import { type Network, startNetwork } from '../network.ts';
import type { NodeFile } from '../node-file.ts';
import type { Cluster } from '../storage.ts';
import { take } from './allowance.ts';
import { demoPlaces, type DemoPlaces, tidyPlaces } from './places.ts';
import { seedDemo } from './seed.ts';

interface StageOptions {
  dataFolder: string;
  cluster: Cluster;
  nodeFile: NodeFile;
  log: Log;
}

type Named = Network & { name: string };

/** A reset makes a whole county: so often in ten minutes, and one at a time. */
const RESETS = { most: 6, ms: 10 * 60_000 };

/** The demo that is playing, and the one before it: what the node serves is always `current`. */
export class Stage implements DemoStage {
  readonly #options: StageOptions;
  readonly #places: DemoPlaces;
  #begun: readonly number[] = [];
  #current: Named;
  #former: Named | undefined;
  #work: { part: number; done: Promise<void> } | undefined;

  private constructor(options: StageOptions, places: DemoPlaces, current: Named) {
    this.#options = options;
    this.#places = places;
    this.#current = current;
  }

  /** Goes on with the demo of the last start; makes one when there is none, or only a half one. */
  static async open(options: StageOptions, say: (line: string) => void): Promise<Stage> {
    const { dataFolder, cluster } = options;
    const places = demoPlaces(dataFolder);
    const name = places.current();
    const isThere = name !== undefined && (await cluster.list(name)).includes(name);
    const current = isThere ? await reopen(options, places, name, say) : await make(options, places, { say });
    places.makeCurrent(current.name);
    await tidyPlaces(places, cluster).catch(() => options.log('former demos are in use'));
    return new Stage(options, places, current);
  }

  get current(): Network {
    return this.#current;
  }

  state() {
    return { working: this.#work?.part ?? null, canUndo: this.#former !== undefined };
  }

  /**
   * A fresh demo beside the present one, and then in its place. Whoever was signed in is not any more. CONFLICT while
   * one is being made, TOO_MANY after too many.
   */
  async reset(): Promise<void> {
    await this.#alone(async (onProgress) => {
      const begun = take(this.#begun, Date.now(), RESETS);
      if (!begun) throw new AppError('TOO_MANY', 'resets used up');
      this.#begun = begun;
      const fresh = await make(this.#options, this.#places, { onProgress });
      const older = this.#former;
      this.#former = this.#turnTo(fresh);
      if (older) await this.#retire(older);
    });
  }

  /** The one before the last reset is back, with all who were signed in there. NOT_FOUND when there is none. */
  undo(): Promise<void> {
    return this.#alone(async () => {
      const former = this.#former;
      if (!former) throw notFound('no former demo');
      this.#former = undefined;
      former.live.back();
      await this.#retire(this.#turnTo(former));
    });
  }

  async stop(): Promise<void> {
    await this.#work?.done;
    await this.#former?.stop();
    await this.#current.stop();
  }

  /** Answers what was current until now. Its open streams end, so that its pages ask again. */
  #turnTo(next: Named): Named {
    this.#places.makeCurrent(next.name);
    const before = this.#current;
    this.#current = next;
    before.live.lost();
    return before;
  }

  async #retire(network: Named): Promise<void> {
    await network.stop();
    const { cluster, log } = this.#options;
    await this.#places.remove(cluster, network.name).catch(() => log('a former demo is in use'));
  }

  async #alone(work: (onProgress: (part: number) => void) => Promise<void>): Promise<void> {
    if (this.#work) throw new AppError('CONFLICT', 'a demo is being made');
    const { promise: done, resolve } = Promise.withResolvers<void>();
    const progress = { part: 0, done };
    this.#work = progress;
    try {
      await work((part) => {
        progress.part = part;
      });
    } finally {
      this.#work = undefined;
      resolve();
    }
  }
}

async function reopen(
  options: StageOptions,
  places: DemoPlaces,
  name: string,
  say: (line: string) => void,
): Promise<Named> {
  const { cluster, nodeFile, log } = options;
  const ring = loadRing(places.ringFile(name));
  return { name, ...(await startNetwork({ place: await cluster.open(name, say), ring, nodeFile, log })) };
}

interface MakeOptions {
  say?: (line: string) => void;
  onProgress?: (part: number) => void;
}

/** Takes away what it began when it fails. */
async function make(options: StageOptions, places: DemoPlaces, { say = () => {}, onProgress }: MakeOptions) {
  const { cluster, nodeFile, log } = options;
  const name = places.newName();
  try {
    const place = await cluster.open(name, say);
    const ring = loadRing(places.ringFile(name));
    const network = await startNetwork({
      place,
      ring,
      nodeFile,
      log,
      fill: (database, vault) =>
        seedDemo({
          ownerUrl: place.ownerUrl,
          nodeFile,
          database,
          vault,
          say,
          ...(onProgress && { onProgress }),
        }),
    });
    return { name, ...network };
  } catch (error) {
    await places.remove(cluster, name).catch(() => log('a half demo is left for the next start'));
    throw error;
  }
}
