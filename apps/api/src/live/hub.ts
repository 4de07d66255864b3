/** One open stream, and what it hangs on. */
export interface Watcher {
  /** The keyed topics of its session and of its cases. */
  topics: readonly string[];
  /**
   * Looks again, under the watcher's own rights: `same` when nothing of what they may know moved, `changed` when
   * it did, `gone` when they may not know of a case any more or their session is over.
   */
  look(): Promise<'same' | 'changed' | 'gone'>;
  /** A ping without content. */
  ping(): void;
  close(): void;
}

/** Several notices of one transaction, and of its neighbours, make one look. */
const COALESCE_MS = 80;
/** Permissions run out without a notice. */
const REVALIDATE_MS = 20_000;

/**
 * Passes "something moved" on to those who may know that it did, and to nobody else: each notice is checked again
 * under each watcher's own rights, and only a difference in what they may know makes a ping.
 */
export class LiveHub {
  readonly #watchers = new Map<string, Set<Watcher>>();
  readonly #due = new Set<string>();
  /** Looking right now; true when something moved meanwhile, and a second look is due. */
  readonly #looking = new Map<Watcher, boolean>();
  readonly #timer: NodeJS.Timeout;
  #isHearing = true;

  constructor() {
    this.#timer = setInterval(
      () => this.#all().forEach((watcher) => void this.#tell(watcher)),
      REVALIDATE_MS,
    ).unref();
  }

  /** False while notices of changes do not arrive: then no stream is opened. */
  get isHearing(): boolean {
    return this.#isHearing;
  }

  /** How many streams are open. */
  get size(): number {
    return this.#all().length;
  }

  countOf(topic: string): number {
    return this.#watchers.get(topic)?.size ?? 0;
  }

  /** Starts watching, and looks once: something may have moved between the first look and now. */
  add(watcher: Watcher): () => void {
    for (const topic of watcher.topics) {
      const same = this.#watchers.get(topic) ?? new Set();
      this.#watchers.set(topic, same.add(watcher));
    }
    void this.#tell(watcher);
    return () => this.#remove(watcher);
  }

  notify(topic: string): void {
    if (!this.#watchers.has(topic) || this.#due.has(topic)) return;
    this.#due.add(topic);
    setTimeout(() => this.#pass(topic), COALESCE_MS).unref();
  }

  /** Notices may have been missed: whoever watches must come again and read anew. */
  lost(): void {
    this.#isHearing = false;
    this.#all().forEach((watcher) => this.#drop(watcher));
  }

  back(): void {
    this.#isHearing = true;
  }

  stop(): void {
    clearInterval(this.#timer);
    this.lost();
  }

  #all(): Watcher[] {
    return [...new Set([...this.#watchers.values()].flatMap((same) => [...same]))];
  }

  #pass(topic: string): void {
    this.#due.delete(topic);
    for (const watcher of this.#watchers.get(topic) ?? []) void this.#tell(watcher);
  }

  /** One look at a time for each watcher: an older look that ends later must not undo a newer one. */
  async #tell(watcher: Watcher): Promise<void> {
    if (this.#looking.has(watcher)) return void this.#looking.set(watcher, true);
    try {
      do {
        this.#looking.set(watcher, false);
        const found = await watcher.look();
        if (found !== 'same') watcher.ping();
        if (found === 'gone') return this.#drop(watcher);
      } while (this.#looking.get(watcher));
    } catch {
      // What cannot be checked is not passed on; the client reads anew when it comes again.
      this.#drop(watcher);
    } finally {
      this.#looking.delete(watcher);
    }
  }

  #drop(watcher: Watcher): void {
    this.#remove(watcher);
    watcher.close();
  }

  #remove(watcher: Watcher): void {
    for (const topic of watcher.topics) {
      const same = this.#watchers.get(topic);
      same?.delete(watcher);
      if (same?.size === 0) this.#watchers.delete(topic);
    }
  }
}
