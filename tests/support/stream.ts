import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

/** An open stream of changes, as the page gets it. */
export class Stream {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** Every byte that ever came. */
  bytes = '';
  /** Settles when the server has closed it, or it broke off. */
  readonly ended: Promise<void>;
  readonly #response: IncomingMessage;
  readonly #waiting = new Set<() => void>();

  constructor(response: IncomingMessage) {
    this.status = response.statusCode ?? 0;
    this.headers = response.headers;
    this.#response = response;
    response.setEncoding('utf8').on('data', (text: string) => {
      this.bytes += text;
      for (const look of this.#waiting) look();
    });
    response.on('error', () => {});
    this.ended = new Promise((resolve) => response.once('close', resolve));
  }

  get pings(): number {
    return this.bytes.match(/^event: changed$/gm)?.length ?? 0;
  }

  /** Settles when `text` has come; throws when the stream ends without it. */
  heard(text: string): Promise<void> {
    return this.#until(() => this.bytes.includes(text), text);
  }

  /** Settles when that many pings have come in all. */
  pinged(times: number): Promise<void> {
    return this.#until(() => this.pings >= times, `${times} pings`);
  }

  close(): void {
    this.#response.destroy();
  }

  async #until(isSo: () => boolean, what: string): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const look = () => isSo() && resolve();
    this.#waiting.add(look);
    look();
    await Promise.race([promise, this.ended]);
    this.#waiting.delete(look);
    if (!isSo()) throw new Error(`the stream ended without ${what}`);
  }
}

/** What the promise gives, if it gives it within the time. */
export async function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`not within ${ms} ms`)), ms);
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
