/** Somebody who has a case open. */
export interface Watcher {
  /** The keyed topic of the case. */
  topic: string;
  /**
   * Looks again, under the watcher's own rights: `same` when nothing of what they may know moved, `changed` when
   * it did, `gone` when they may not know of the case any more or their session is over.
   */
  look(): Promise<'same' | 'changed' | 'gone'>;
  /** A ping without content. */
  ping(): Promise<void>;
  close(): void;
}

/** Several notices of one transaction, and of its neighbours, make one look. */
const COALESCE_MS = 80;
/** Sessions end and permissions run out without a notice. */
const REVALIDATE_MS = 20_000;

/**
 * Passes "something moved" on to those who may know that it did, and to nobody else: each notice is checked again
 * under each watcher's own rights, and only a difference in what they may know makes a ping.
 */
export class LiveHub {
  readonly #watchers = new Map<string, Set<Watcher>>();
  readonly #due = new Set<string>();
  readonly #timer: NodeJS.Timeout;

  constructor() {
    this.#timer = setInterval(() => {
      for (const topic of this.#watchers.keys()) this.notify(topic);
    }, REVALIDATE_MS).unref();
  }

  add(watcher: Watcher): () => void {
    const same = this.#watchers.get(watcher.topic) ?? new Set();
    this.#watchers.set(watcher.topic, same.add(watcher));
    return () => this.#remove(watcher);
  }

  notify(topic: string): void {
    if (!this.#watchers.has(topic) || this.#due.has(topic)) return;
    this.#due.add(topic);
    setTimeout(() => void this.#pass(topic), COALESCE_MS);
  }

  /** Notices may have been missed: whoever watches must come again and read anew. */
  closeAll(): void {
    for (const watcher of [...this.#watchers.values()].flatMap((set) => [...set])) this.#drop(watcher);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.closeAll();
  }

  get size(): number {
    return [...this.#watchers.values()].reduce((sum, set) => sum + set.size, 0);
  }

  async #pass(topic: string): Promise<void> {
    this.#due.delete(topic);
    await Promise.all([...(this.#watchers.get(topic) ?? [])].map((watcher) => this.#tell(watcher)));
  }

  async #tell(watcher: Watcher): Promise<void> {
    try {
      const found = await watcher.look();
      if (found !== 'same') await watcher.ping();
      if (found === 'gone') this.#drop(watcher);
    } catch {
      // What cannot be checked is not passed on; the client reads anew when it comes again.
      this.#drop(watcher);
    }
  }

  #drop(watcher: Watcher): void {
    this.#remove(watcher);
    watcher.close();
  }

  #remove(watcher: Watcher): void {
    const same = this.#watchers.get(watcher.topic);
    same?.delete(watcher);
    if (same?.size === 0) this.#watchers.delete(watcher.topic);
  }
}
