/** A text in one of the ways in which bytes can hold it. */
export interface Needle {
  text: string;
  encoding: string;
  bytes: Buffer;
}

/** Every way in which somebody might have written a text without sealing it. */
function needlesFor(text: string): Needle[] {
  const utf16 = Buffer.from(text, 'utf16le');
  const hex = Buffer.from(text, 'utf8').toString('hex');
  const written: [string, Buffer][] = [
    ['utf-8', Buffer.from(text, 'utf8')],
    ['utf-16le', utf16],
    ['utf-16be', Buffer.from(utf16).swap16()],
    ['hex', Buffer.from(hex)],
    ['HEX', Buffer.from(hex.toUpperCase())],
    ...[0, 1, 2].map((shift): [string, Buffer] => [`base64+${shift}`, base64Inside(text, shift)]),
  ];
  return written.map(([encoding, bytes]) => ({ text, encoding, bytes }));
}

/** The characters of base64 that this text alone decides when `shift` bytes (mod 3) stand before it. */
function base64Inside(text: string, shift: number): Buffer {
  const bytes = Buffer.concat([Buffer.alloc(shift), Buffer.from(text, 'utf8')]);
  const encoded = bytes.toString('base64').replaceAll('=', '');
  return Buffer.from(encoded.slice(Math.ceil((shift * 8) / 6), Math.floor((bytes.length * 8) / 6)));
}

/** Looks for many needles in one pass: the first three bytes of each decide where a closer look is taken. */
export class Finder {
  readonly #isStart = new Uint8Array(1 << 24);
  readonly #byStart = new Map<number, Needle[]>();

  constructor(texts: readonly string[]) {
    for (const needle of texts.flatMap(needlesFor)) {
      const start = needle.bytes.readUIntBE(0, 3);
      this.#isStart[start] = 1;
      this.#byStart.set(start, [...(this.#byStart.get(start) ?? []), needle]);
    }
  }

  /** What stands in these bytes, as `encoding: text`, each once. */
  find(bytes: Uint8Array): string[] {
    const found = new Set<string>();
    let last = 0;
    for (let end = 0; end < bytes.length; end += 1) {
      last = ((last << 8) | (bytes[end] ?? 0)) & 0xffffff;
      if (this.#isStart[last] !== 1 || end < 2) continue;
      for (const needle of this.#byStart.get(last) ?? []) {
        const there = bytes.subarray(end - 2, end - 2 + needle.bytes.length);
        if (needle.bytes.equals(there)) found.add(`${needle.encoding}: ${needle.text}`);
      }
    }
    return [...found];
  }
}
