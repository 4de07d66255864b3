import type { Tx } from '@accord/db';
import { type Actor, type AgencyId, AppError, type CaseId, type YoungPersonId } from '@accord/kernel';
import { randomUUID } from 'node:crypto';
import { unlessBroken } from './broken.ts';
import { KeyCache } from './cache.ts';
import type { HolderSecrets } from './holder-secrets.ts';
import { holderSecretsFor, unwrapHolderSecret, wrapHolderSecret } from './holder.ts';
import { CASE_KEY, deriveCategoryKey, newKey } from './keys.ts';
import type { KeyRing } from './ring.ts';
import { open, seal } from './seal.ts';
import type { SecretKey } from './secret-key.ts';
import * as q from './vault.queries.ts';
import { sealTo, unwrap, unwrapAny, type WrapContext, wrapFor } from './wrap.ts';
import { exportPublicKey, findPublicKey } from './x25519.ts';

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
    await q.holdKeys(tx, caseId);
    const row = (await q.findCaseKey(tx, caseId, owner)) ?? (await this.#startCaseKey(tx, caseId, owner));
    const { version } = row;
    const key = deriveCategoryKey(this.#openCaseKey(row), {
      caseId,
      ownerAgencyId: owner,
      categoryMask,
      version,
    });
    await q.noteCategoryKey(tx, { caseId, ownerAgency: owner, categoryMask, version });
    return {
      keyVersion: version,
      seal: (place, text) =>
        seal(key, text, { ...place, caseId, ownerAgencyId: owner, categoryMask, keyVersion: version }),
    };
  }

  /**
   * Wraps every key that a basis opens and that its holder does not have yet. Runs in the transaction that
   * wrote the text or changed the basis; answers how many wraps it made. A key, a young person's secret or a
   * public key that someone has spoilt gets no wrap, and holds up no other.
   */
  async share(tx: Tx, caseId: CaseId): Promise<number> {
    await q.holdKeys(tx, caseId);
    const missing = await q.listMissingWraps(tx, caseId);
    const caseKeys = new Map<AgencyId, SecretKey | undefined>();
    let made = 0;
    for (const wrap of missing) {
      const { ownerAgency, categoryMask, keyVersion: version } = wrap;
      if (!caseKeys.has(ownerAgency))
        caseKeys.set(ownerAgency, await this.#findCaseKey(tx, caseId, ownerAgency));
      const caseKey = caseKeys.get(ownerAgency);
      if (!caseKey) continue;
      const key = deriveCategoryKey(caseKey, { caseId, ownerAgencyId: ownerAgency, categoryMask, version });
      const wrapId = randomUUID();
      const context = { ...wrap, wrapId, caseId, ownerAgencyId: ownerAgency, endsAt: instant(wrap.endsAt) };
      const wrapped = this.#wrapTo(wrap, key, context);
      if (!wrapped) continue;
      await q.putWrap(tx, caseId, wrapId, wrap, wrapped);
      made += 1;
    }
    return made;
  }

  /**
   * What opens sealed rows for this reader, with the ring's secrets and never with another's. Ask for it before
   * the statement that reads the rows: from here to the end of the transaction no secret is destroyed.
   */
  async unsealer(tx: Tx, actor: Actor): Promise<Unseal> {
    await q.holdEpochs(tx);
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
    const secrets = unlessBroken(() => this.#secretsOf(row));
    return secrets && { id, secrets: () => secrets };
  }

  #secretsOf({ youngPersonId, agencyId, agencyEpoch, epoch, wrapped }: KeptSecret): HolderSecrets {
    const lead = this.ring.at(agencyId, agencyEpoch).symmetric;
    const secret = unwrapHolderSecret(lead, wrapped, { youngPersonId, agencyId, epoch });
    return holderSecretsFor(secret, { youngPersonId, epoch });
  }

  async #findCaseKey(tx: Tx, caseId: CaseId, owner: AgencyId): Promise<SecretKey | undefined> {
    const row = await q.findCaseKey(tx, caseId, owner);
    return row && unlessBroken(() => this.#openCaseKey(row));
  }

  #openCaseKey({ caseId, ownerAgency, agencyEpoch, wrapped }: q.CaseKeyRow): SecretKey {
    return unwrap(
      this.ring.at(ownerAgency, agencyEpoch).symmetric,
      wrapped,
      caseKeyContext(caseId, ownerAgency),
    );
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
   * in the database is never believed: whoever could write it would be given what is shared.
   */
  #wrapTo(wrap: q.MissingWrap, key: SecretKey, context: WrapContext): Buffer | undefined {
    const { holderId, holderEpoch, leadAgency, leadEpoch, holderSecret } = wrap;
    const agency = holderId as AgencyId;
    if (this.ring.holds(agency)) {
      return unlessBroken(() => wrapFor(this.ring.at(agency, holderEpoch).symmetric, key, context));
    }
    if (leadAgency !== null && this.ring.holds(leadAgency)) {
      if (leadEpoch === null || holderSecret === null) return undefined;
      const kept: KeptSecret = {
        youngPersonId: holderId as YoungPersonId,
        agencyId: leadAgency,
        agencyEpoch: leadEpoch,
        epoch: holderEpoch,
        wrapped: holderSecret,
      };
      return unlessBroken(() => wrapFor(this.#secretsOf(kept).symmetric, key, context));
    }
    const publicKey = findPublicKey(wrap.holderPublic);
    return publicKey && sealTo(publicKey, key, context);
  }
}

type KeptSecret = Omit<q.YoungPersonKeyRow, 'caseId'>;

interface Holder {
  id: AgencyId | YoungPersonId;
  secrets(epoch: number): HolderSecrets;
}

function instant(iso: string | null): Date | null {
  return iso === null ? null : new Date(iso);
}
