import { orUnseal } from './aead.ts';
import type { SecretKey } from './secret-key.ts';
import { wrapBinding, type WrapContext } from './wrap.ts';

/** A wrap as the reading statement returned it, under the reader's own row policies. */
export interface WrapRow extends WrapContext {
  wrapped: Uint8Array;
  /** The database's clock in that statement. */
  readAt: Date;
}

interface Entry {
  wrapped: Buffer;
  binding: Buffer;
  key: SecretKey;
}

const DEFAULT_LIMIT = 10_000;

/**
 * Unwrapped keys by wrap id. Nothing can be asked for by id alone: a key comes out only for a row that a
 * statement has just returned, so that a deleted wrap is of no use although its key is still in memory.
 */
export class KeyCache {
  readonly #entries = new Map<string, Entry>();
  readonly #limit: number;

  constructor(limit = DEFAULT_LIMIT) {
    this.#limit = limit;
  }

  /**
   * The key, or undefined when the wrap has ended (half-open: at `endsAt` it has) or its end cannot be told.
   * `unwrap` runs unless the cached bytes and the whole context are those of this row: with the bytes alone
   * a changed `endsAt` would pass unnoticed until the entry left the cache. What it throws is passed on.
   *
   * @throws UnsealError when the row's context cannot be bound.
   */
  keyFor(row: WrapRow, unwrap: () => SecretKey): SecretKey | undefined {
    if (!isLive(row)) return undefined;
    const binding = orUnseal(() => wrapBinding(row));
    const found = this.#entries.get(row.wrapId);
    if (found !== undefined && found.binding.equals(binding) && found.wrapped.equals(row.wrapped)) {
      this.#keep(row.wrapId, found);
      return found.key;
    }
    const key = unwrap();
    this.#keep(row.wrapId, { wrapped: Buffer.from(row.wrapped), binding, key });
    return key;
  }

  /** After an erasure or a new epoch, so that destroyed keys also leave the memory. */
  clear(): void {
    this.#entries.clear();
  }

  get size(): number {
    return this.#entries.size;
  }

  /** A Map keeps insertion order: the first entry is the one used longest ago. */
  #keep(wrapId: string, entry: Entry): void {
    this.#entries.delete(wrapId);
    this.#entries.set(wrapId, entry);
    if (this.#entries.size <= this.#limit) return;
    for (const oldest of this.#entries.keys()) {
      this.#entries.delete(oldest);
      return;
    }
  }
}

function isLive(row: WrapRow): boolean {
  return row.endsAt === null || row.readAt < row.endsAt;
}
