import { createHmac } from 'node:crypto';
import { type Actor, type CaseId, type NodeId, PURPOSES, type Purpose } from '@accord/kernel';

/** A node speaks for its agencies with a key of its own: 32 bytes, registered by `registerNode`. */
export interface NodeIdentity {
  nodeId: NodeId;
  key: Buffer;
}

/** A signed context is good for one transaction's life and no longer; a job of the system takes more time. */
const LIFETIME_MS = 15_000;
const JOB_LIFETIME_MS = 10 * 60_000;

/**
 * The context that row policies read: `1|node|kind|actor|agency|job|purpose|expires ms|signature`.
 * Every part is an id, a number or a word of ours; anything else is refused here, since the text is sent in a
 * message that takes no parameters.
 */
export function signContext(node: NodeIdentity, actor: Actor, purpose: Purpose, now: number): string {
  const { id = '', agency = '', job = '' } = partsOf(actor);
  const expires = now + (actor.kind === 'system' ? JOB_LIFETIME_MS : LIFETIME_MS);
  const parts = ['1', node.nodeId, actor.kind, id, agency, job, PURPOSES[purpose], expires];
  const payload = parts.join('|');
  if (!/^[0-9a-z|-]+$/.test(payload)) throw new TypeError('an actor with an id that is not one');
  return `${payload}|${createHmac('sha256', node.key).update(payload).digest('hex')}`;
}

function partsOf(actor: Actor): { id?: string; agency?: string; job?: string } {
  switch (actor.kind) {
    case 'staff':
      return { id: actor.staffId, agency: actor.agencyId };
    case 'youth':
      return { id: actor.youngPersonId };
    case 'advisor':
      return { id: actor.advisorId };
    case 'system':
      return { job: actor.job };
    case 'guest':
    case 'anonymous':
      return {};
  }
}

/** The scope as a literal of `uuid[]`: the cases that a transaction is about. */
export function scopeOf(cases: readonly CaseId[]): string {
  if (!cases.every((id) => /^[0-9a-f-]{36}$/.test(id))) throw new TypeError('a case id that is not one');
  return cases.length === 0 ? '' : `{${cases.join(',')}}`;
}

/** The key mixed with the pads of RFC 2104, which is all that the database needs to check a signature. */
export function hmacPads(key: Buffer): { inner: Buffer; outer: Buffer } {
  if (key.length !== 32) throw new RangeError('a node key has 32 bytes');
  const pad = (byte: number) => Buffer.alloc(64, byte).map((b, i) => b ^ (key[i] ?? 0)) as Buffer;
  return { inner: Buffer.from(pad(0x36)), outer: Buffer.from(pad(0x5c)) };
}
