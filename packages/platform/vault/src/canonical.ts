/** A value that a key or a sealed value can be bound to. A `Date` counts in whole milliseconds. */
export type BoundValue = string | number | bigint | Date | null;

const TAG = { text: 0x73, integer: 0x69, instant: 0x64, none: 0x7a } as const;

/**
 * Writes a label and named values as bytes that no other label and values give: each value is a type tag,
 * a 32-bit length and its bytes, so that no separator exists which a value could hold.
 * The order is the order in which the caller's code writes the fields; names are not part of the bytes.
 *
 * @throws RangeError that names the field, never its value, when a value is missing, empty, not well-formed
 * text, not a whole number, negative, or not an instant.
 */
export function canonical(label: string, fields: Readonly<Record<string, BoundValue>>): Buffer {
  const parts = [...encode('label', label)];
  for (const [name, value] of Object.entries(fields)) parts.push(...encode(name, value));
  return Buffer.concat(parts);
}

function encode(name: string, value: BoundValue): [Buffer, Buffer] {
  if (value === null) return prefixed(TAG.none, Buffer.alloc(0));
  if (typeof value === 'string') return prefixed(TAG.text, text(name, value));
  if (value instanceof Date) return prefixed(TAG.instant, int64(name, value.getTime()));
  return prefixed(TAG.integer, int64(name, value));
}

function prefixed(tag: number, bytes: Buffer): [Buffer, Buffer] {
  const head = Buffer.alloc(5);
  head.writeUInt8(tag, 0);
  head.writeUInt32BE(bytes.length, 1);
  return [head, bytes];
}

function text(name: string, value: string): Buffer {
  // Two different ill-formed strings would become the same bytes.
  if (value === '' || !value.isWellFormed()) throw new RangeError(`cannot bind ${name}: empty or not text`);
  return Buffer.from(value, 'utf8');
}

const LARGEST = 2n ** 63n - 1n;

function int64(name: string, value: number | bigint): Buffer {
  const whole = typeof value === 'bigint' || Number.isSafeInteger(value);
  if (!whole || value < 0 || value > LARGEST)
    throw new RangeError(`cannot bind ${name}: not a whole number in range`);
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64BE(BigInt(value));
  return bytes;
}
