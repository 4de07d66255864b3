import type { AgencyId, CaseId } from '@accord/kernel';
import { createHash, createHmac } from 'node:crypto';
import { unlessBroken } from './broken.ts';
import { canonical } from './canonical.ts';
import type { KeyRing } from './ring.ts';
import { SecretKey } from './secret-key.ts';
import { openFrom, sealTo, type WrapContext } from './wrap.ts';
import { findPublicKey } from './x25519.ts';

/** The words of a name as they are compared: without marks, case, dots and apostrophes. */
export function nameWords(name: string): string[] {
  return (
    name
      .normalize('NFKD')
      .replace(/[\p{M}'’ʼ`]/gu, '')
      // Up and down again: this makes one of ß and ss.
      .toUpperCase()
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== '')
  );
}

/**
 * What a case is found again by inside one agency: a word of a name, or a day of birth (ISO), under that agency's secret.
 * Equality only, and nothing that could be compared with what another agency keeps.
 */
export function searchToken(ring: KeyRing, agencyId: AgencyId, kind: 'word' | 'day', what: string): Buffer {
  const bytes = canonical('accord/search/1', { kind, what });
  return createHmac('sha256', ring.nameKey(agencyId).handle).update(bytes).digest();
}

/**
 * What two agencies compare of a young person: SHA-256 over the whole name and the day of birth (ISO). The words of the
 * name count in any order. The whole name, not the last word of it: twins
 * share a last name and a birthday, and a question about the one must not reach whoever works with the other. Names that
 * are written in two ways are missed, which leaves all as it was. Undefined for a name without a letter.
 *
 * It is kept as a secret, since names and days can be guessed one by one.
 */
export function nameDigest(name: string, bornOn: string): SecretKey | undefined {
  const words = nameWords(name).toSorted();
  if (words.length === 0) return undefined;
  const bytes = canonical('accord/name/1', { name: words.join(' '), bornOn });
  return new SecretKey(createHash('sha256').update(bytes).digest());
}

/** What stands in the database of it: it says nothing to whoever lacks this agency's secret, and equals no other's. */
export function nameToken(ring: KeyRing, agencyId: AgencyId, digest: SecretKey): Buffer {
  return createHmac('sha256', ring.nameKey(agencyId).handle).update(digest.reveal()).digest();
}

/** One question to one agency, about a case of another. */
export interface ProbePlace {
  probeId: string;
  askId: string;
  /** Of the agency that asks. */
  caseId: CaseId;
  asksAgency: AgencyId;
  agencyId: AgencyId;
}

export interface ProbeHolder extends ProbePlace {
  epoch: number;
  /** As the database has it: believed for an agency of another ring alone. */
  publicKey: Buffer;
}

/** Closes a digest for the ring of the agency that is asked. Undefined where its key cannot be read. */
export function sealProbe(ring: KeyRing, digest: SecretKey, to: ProbeHolder): Buffer | undefined {
  const publicKey = ring.holds(to.agencyId)
    ? unlessBroken(() => ring.at(to.agencyId, to.epoch).x25519.publicKey)
    : findPublicKey(to.publicKey);
  return publicKey && sealTo(publicKey, digest, contextOf(to));
}

/** The token of what was asked, by the secret of the agency that is asked. Undefined for what no epoch of it opens. */
export function openProbe(
  ring: KeyRing,
  place: ProbePlace & { epoch: number; sealed: Buffer },
): Buffer | undefined {
  return unlessBroken(() => {
    const { privateKey } = ring.at(place.agencyId, place.epoch).x25519;
    return nameToken(ring, place.agencyId, openFrom(privateKey, place.sealed, contextOf(place)));
  });
}

function contextOf({ probeId, askId, caseId, asksAgency, agencyId }: ProbePlace): WrapContext {
  return {
    wrapId: probeId,
    caseId,
    ownerAgencyId: asksAgency,
    // Of no kind of data, and of no version of a key: no wrap of a case is bound like this.
    categoryMask: 0n,
    keyVersion: 0,
    holderId: agencyId,
    basisId: askId,
    endsAt: null,
  };
}
