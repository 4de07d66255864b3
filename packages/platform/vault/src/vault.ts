import type { Tx } from '@accord/db';
import { type Actor, type AgencyId, AppError, type CaseId, type YoungPersonId } from '@accord/kernel';
import { randomUUID } from 'node:crypto';
import { UnsealError } from './aead.ts';
import { KeyCache } from './cache.ts';
import { type HolderSecrets, holderSecretsFor, unwrapHolderSecret, wrapHolderSecret } from './holder.ts';
import { CASE_KEY, deriveCategoryKey, newKey } from './keys.ts';
import { RingError } from './ring-file.ts';
import type { KeyRing } from './ring.ts';
import { open, seal } from './seal.ts';
import type { SecretKey } from './secret-key.ts';
import * as q from './vault.queries.ts';
import { sealTo, unwrap, unwrapAny, type WrapContext, wrapFor } from './wrap.ts';
import { exportPublicKey, importPublicKey } from './x25519.ts';

/** Where a sealed value stands; see `SealContext`. */
export interface Place {
  table: string;
  rowId: string;
  version: number;
}

/** Seals text of one owner and one exact set of kinds, with the key that is current now. */
export interface Sealer {
  keyVersion: number;
  seal(place: Place, text: string): Buffer;
}

/** A sealed value with the wrap that the reading statement returned beside it, if any opens it. */
export interface SealedRow {
  caseId: CaseId;
  ownerAgency: AgencyId;
  categoryMask: bigint;
  keyVersion: number;
  sealed: Buffer;
  readAt: string;
  wrapId: string | null;
  wrapped: Buffer | null;
  holderEpoch: number | null;
  basisId: string | null;
  endsAt: string | null;
}

/** Answers the text, or undefined when no key opens it (yet, or any more). */
export type Unseal = (place: Place, row: SealedRow) => string | undefined;

/** How a case key is bound when its owner agency holds it: it stands on custody and has no end. */
export function caseKeyContext(caseId: CaseId, owner: AgencyId): WrapContext {
  return {
    wrapId: caseId,
    caseId,
    ownerAgencyId: owner,
    categoryMask: CASE_KEY,
    keyVersion: 0,
    holderId: owner,
    basisId: owner,
    endsAt: null,
  };
}

/** Sealing, opening and sharing for the agencies whose secrets this node's ring holds. */
export class Vault {
  readonly ring: KeyRing;
  readonly #cache = new KeyCache();

  constructor(ring: KeyRing) {
    this.ring = ring;
  }

  /** Gives a new young person a key of their own, kept for them by the lead agency. */
  async welcome(tx: Tx, caseId: CaseId, lead: AgencyId, youngPersonId: YoungPersonId): Promise<void> {
    const { epoch, symmetric } = this.ring.current(lead);
    const secret = newKey();
    const wrapped = wrapHolderSecret(symmetric, secret, { youngPersonId, epoch: 1, agencyId: lead });
    const { x25519 } = holderSecretsFor(secret, { youngPersonId, epoch: 1 });
    const row = { youngPersonId, caseId, agencyId: lead, agencyEpoch: epoch, wrapped };
    await q.insertYoungPersonKey(tx, row, exportPublicKey(x25519.publicKey));
  }

  /** For whoever writes an item of `owner`. Call `share` in the same transaction, after the item stands. */
  async sealer(tx: Tx, caseId: CaseId, owner: AgencyId, categoryMask: bigint): Promise<Sealer> {
    await q.holdEpochs(tx);
    const caseKey = await this.#caseKey(tx, caseId, owner);
    const { version } = caseKey;
    const key = deriveCategoryKey(caseKey.key, { caseId, ownerAgencyId: owner, categoryMask, version });
    await q.noteCategoryKey(tx, { caseId, ownerAgency: owner, categoryMask, version });
    return {
      keyVersion: version,
      seal: (place, text) =>
        seal(key, text, { ...place, caseId, ownerAgencyId: owner, categoryMask, keyVersion: version }),
    };
  }

  /**
   * Wraps every key that a basis opens and that its holder does not have yet. Runs in the transaction that
   * wrote the text or changed the basis; answers how many wraps it made.
   */
  async share(tx: Tx, caseId: CaseId): Promise<number> {
    await q.holdEpochs(tx);
    const missing = await q.listMissingWraps(tx, caseId);
    const caseKeys = new Map<AgencyId, SecretKey>();
    for (const wrap of missing) {
      const owner = wrap.ownerAgency;
      const caseKey = caseKeys.get(owner) ?? (await this.#caseKey(tx, caseId, owner)).key;
      caseKeys.set(owner, caseKey);
      const { categoryMask, keyVersion } = wrap;
      const key = deriveCategoryKey(caseKey, { caseId, ownerAgencyId: owner, categoryMask, version: keyVersion });
      const wrapId = randomUUID();
      const context: WrapContext = { ...wrap, wrapId, caseId, ownerAgencyId: owner, endsAt: instant(wrap.endsAt) };
      await q.putWrap(tx, caseId, wrapId, wrap, await this.#wrapTo(tx, wrap, key, context));
    }
    return missing.length;
  }

  /** What opens sealed rows for this reader, with the ring's secrets and never with another's. */
  async unsealer(tx: Tx, actor: Actor): Promise<Unseal> {
    const holderOf = await this.#holder(tx, actor);
    return (place, row) => {
      const { wrapId, wrapped, holderEpoch, basisId } = row;
      if (!holderOf || !wrapId || !wrapped || holderEpoch === null || !basisId) return undefined;
      const context: WrapContext = {
        wrapId,
        caseId: row.caseId,
        ownerAgencyId: row.ownerAgency,
        categoryMask: row.categoryMask,
        keyVersion: row.keyVersion,
        holderId: holderOf.id,
        basisId,
        endsAt: instant(row.endsAt),
      };
      // One row that does not open must not take the page with it: it reads as not opened yet.
      return unlessBroken(() => {
        const key = this.#cache.keyFor({ ...context, wrapped, readAt: new Date(row.readAt) }, () =>
          unwrapAny(holderOf.secrets(holderEpoch), wrapped, context),
        );
        return key && open(key, row.sealed, { ...place, ...context }).toString('utf8');
      });
    };
  }

  /** After an erasure or a new epoch. */
  forget(): void {
    this.#cache.clear();
  }

  async #holder(tx: Tx, actor: Actor): Promise<Holder | undefined> {
    if (actor.kind === 'staff') {
      const { agencyId } = actor;
      if (!this.ring.holds(agencyId)) return undefined;
      return { id: agencyId, secrets: (epoch) => this.ring.at(agencyId, epoch) };
    }
    return actor.kind === 'youth' ? this.#youngPerson(tx, actor.youngPersonId) : undefined;
  }

  async #youngPerson(tx: Tx, id: YoungPersonId): Promise<Holder | undefined> {
    const row = await q.findYoungPersonKey(tx, id);
    if (!row || !this.ring.holds(row.agencyId)) return undefined;
    const { youngPersonId, agencyId } = row;
    const lead = this.ring.at(agencyId, row.agencyEpoch).symmetric;
    const secret = unwrapHolderSecret(lead, row.wrapped, { youngPersonId, agencyId, epoch: 1 });
    const secrets = holderSecretsFor(secret, { youngPersonId, epoch: 1 });
    return { id: youngPersonId, secrets: () => secrets };
  }

  async #caseKey(tx: Tx, caseId: CaseId, owner: AgencyId): Promise<{ key: SecretKey; version: number }> {
    const row = (await q.findCaseKey(tx, caseId, owner)) ?? (await this.#startCaseKey(tx, caseId, owner));
    const { symmetric } = this.ring.at(owner, row.agencyEpoch);
    return { key: unwrap(symmetric, row.wrapped, caseKeyContext(caseId, owner)), version: row.version };
  }

  async #startCaseKey(tx: Tx, caseId: CaseId, owner: AgencyId): Promise<q.CaseKeyRow> {
    const { epoch, symmetric } = this.ring.current(owner);
    const wrapped = wrapFor(symmetric, newKey(), caseKeyContext(caseId, owner));
    await q.insertCaseKey(tx, { caseId, ownerAgency: owner, agencyEpoch: epoch, wrapped });
    const row = await q.findCaseKey(tx, caseId, owner);
    if (!row) throw new AppError('NOT_FOUND', 'no case key for this writer');
    return row;
  }

  /**
   * Symmetric for a holder whose secret this ring reaches, X25519 for any other. Inside the ring the public key
   * in the database is never trusted: whoever could write it would be given what is shared.
   */
  async #wrapTo(tx: Tx, wrap: q.MissingWrap, key: SecretKey, context: WrapContext): Promise<Buffer> {
    const agency = wrap.holderId as AgencyId;
    if (this.ring.holds(agency)) return wrapFor(this.ring.at(agency, wrap.holderEpoch).symmetric, key, context);
    const young = await this.#youngPerson(tx, wrap.holderId as YoungPersonId);
    if (young) return wrapFor(young.secrets(wrap.holderEpoch).symmetric, key, context);
    return sealTo(importPublicKey(wrap.holderPublic), key, context);
  }
}

interface Holder {
  id: AgencyId | YoungPersonId;
  secrets(epoch: number): HolderSecrets;
}

function unlessBroken<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof UnsealError || error instanceof RingError) return undefined;
    throw error;
  }
}

function instant(iso: string | null): Date | null {
  return iso === null ? null : new Date(iso);
}
