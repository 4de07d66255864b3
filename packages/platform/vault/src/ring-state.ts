import { AgencyId } from '@accord/kernel';
import type { HolderSecrets } from './holder-secrets.ts';
import { SecretKey } from './secret-key.ts';
import { pairOf } from './x25519.ts';

/** An agency's secrets during one epoch. */
export interface RingEpoch extends HolderSecrets {
  createdAt: Date;
}

/** What a ring keeps of one agency. */
export interface AgencySecrets {
  /** The oldest first, never none. */
  epochs: readonly RingEpoch[];
  /** Makes tokens of names, and outlives every epoch; a ring from before there were tokens has none. */
  nameKey?: SecretKey;
}

export type RingState = ReadonlyMap<AgencyId, AgencySecrets>;

const FORMAT = 1;

export function writeState(state: RingState): string {
  const agencies = Object.fromEntries(
    [...state].map(([agencyId, { epochs, nameKey }]) => [
      agencyId,
      { epochs: epochs.map(writeEpoch), ...(nameKey && { nameKey: nameKey.reveal().toString('base64') }) },
    ]),
  );
  return `${JSON.stringify({ format: FORMAT, agencies }, null, 2)}\n`;
}

function writeEpoch({ epoch, createdAt, symmetric, x25519 }: RingEpoch) {
  return {
    epoch,
    createdAt: createdAt.toISOString(),
    secret: symmetric.reveal().toString('base64'),
    x25519: x25519.privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
  };
}

/** @throws on anything but a whole ring. Its errors may quote the text: the caller must not pass them on. */
export function readState(text: string): RingState {
  const ring = asRecord(JSON.parse(text));
  if (ring['format'] !== FORMAT) throw new RangeError('format');
  return new Map(
    Object.entries(asRecord(ring['agencies'])).map(([id, agency]) => [
      AgencyId.parse(id),
      readAgency(asRecord(agency)),
    ]),
  );
}

function readAgency({ epochs, nameKey }: Record<string, unknown>): AgencySecrets {
  const kept = readEpochs(epochs);
  if (nameKey === undefined) return { epochs: kept };
  return { epochs: kept, nameKey: new SecretKey(Buffer.from(asText(nameKey), 'base64')) };
}

function readEpochs(value: unknown): RingEpoch[] {
  if (!Array.isArray(value) || value.length === 0) throw new RangeError('epochs');
  const epochs = value.map(readEpoch);
  const rising = epochs.every((each, index) => each.epoch > (epochs[index - 1]?.epoch ?? 0));
  if (!rising) throw new RangeError('epochs');
  return epochs;
}

function readEpoch(value: unknown): RingEpoch {
  const { epoch, createdAt, secret, x25519 } = asRecord(value);
  if (typeof epoch !== 'number' || !Number.isSafeInteger(epoch)) throw new RangeError('epoch');
  const created = new Date(asText(createdAt));
  if (Number.isNaN(created.getTime())) throw new RangeError('createdAt');
  return {
    epoch,
    createdAt: created,
    symmetric: new SecretKey(Buffer.from(asText(secret), 'base64')),
    x25519: pairOf(Buffer.from(asText(x25519), 'base64')),
  };
}

function asRecord(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new RangeError('object');
  return { ...value };
}

function asText(value: unknown): string {
  if (typeof value !== 'string') throw new RangeError('text');
  return value;
}
