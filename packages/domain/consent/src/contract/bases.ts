import type { System } from '@accord/identity';
import type { Purpose } from '@accord/kernel';
import { CATEGORIES, type CategoryCode, maskOf, NEVER_BY_CONSENT_MASK, QUIET_MASK } from './categories.ts';
import type { AgencyFacts } from './law/facts.ts';
import { type Regime, regimesOf } from './law/regimes.ts';

/** What a read can stand on beside consent and custody. */
export const LAW_BASIS_KINDS = ['court_order', 'team_statute', 'mandate', 'emergency'] as const;
export type LawBasisKind = (typeof LAW_BASIS_KINDS)[number];

/**
 * The duties to report that can be recorded, each with the set that its report holds and the systems that receive it.
 * The set is never widened: whatever else the receiver wants to see needs a basis of its own (consent-rules MR-3, MR-4).
 */
export const DUTIES = {
  'MR-1': {
    cite: 'State law on reports of child abuse; 42 CFR 2.12(c)(6); 34 USC 12291(b)(2)(E)',
    to: ['child-welfare', 'law-enforcement'],
    set: ['id-core', 'contact-location', 'exploitation-history', 'trafficking-status'],
  },
  'M-2': { cite: '42 USC 671(a)(34)(A)', to: ['law-enforcement'], set: ['id-core', 'trafficking-status'] },
  'M-3': {
    cite: '42 USC 671(a)(35)(B)',
    to: ['law-enforcement'],
    set: ['id-core', 'contact-location', 'trafficking-status'],
  },
} as const satisfies Record<string, { cite: string; to: readonly System[]; set: readonly CategoryCode[] }>;
export type DutyRule = keyof typeof DUTIES;

/** 45 CFR 164.512(f)(2): all that a covered entity gives to police who look for somebody (H-17). */
const TO_FIND_SOMEBODY = maskOf(['id-core', 'contact-location']);

/** Days that each can last at most; an emergency is counted in minutes. */
export const LONGEST_BASIS_DAYS = { court_order: 365, team_statute: 365, mandate: 30 } as const;
export const LONGEST_EMERGENCY_MINUTES = 60;

/** What is known of a basis when it is recorded. */
export interface LawGround {
  kind: LawBasisKind;
  /** Null for anything but a duty to report. */
  duty: DutyRule | null;
  /** A subpoena stands beside the order (42 CFR 2.61). */
  hasSubpoena: boolean;
  custodian: AgencyFacts;
  recipientSystem: System;
  purposes: readonly Purpose[];
}

/**
 * The kinds that a basis of this ground can open at the most, whatever its paper names. Pure. Absolute prohibitions
 * come first (consent-rules A16); then every regime of a kind must know this ground (0.2 step 6: most protective wins).
 * A regime that says nothing of it keeps the kind closed.
 */
export function openableByLaw(ground: LawGround): bigint {
  return maskOf(
    CATEGORIES.filter(({ code }) => {
      if ((maskOf([code]) & NEVER_BY_CONSENT_MASK) !== 0n) return false;
      return opensKind(code, regimesOf(code, ground.custodian), ground);
    }).map(({ code }) => code),
  );
}

/** What such a basis opens of the kinds that its paper names: to see, and to know of. */
export function lawScope(ground: LawGround, named: { see: bigint; know: bigint }) {
  const openable = openableByLaw(ground);
  const see = named.see & openable;
  // A quiet kind is known of only where it is seen; only a statute on teams lets somebody know and not see.
  const known = ground.kind === 'team_statute' ? named.know & openable & ~QUIET_MASK : 0n;
  return { see, know: see | known };
}

function opensKind(kind: CategoryCode, regimes: readonly Regime[], ground: LawGround): boolean {
  const binds = (...some: readonly Regime[]) => some.some((regime) => regimes.includes(regime));
  // IM-1: for the young person and their counsel, whatever the paper says. JJ-3: police information is not ours to give.
  if (binds('immigration', 'criminal-justice-information')) return false;
  switch (ground.kind) {
    case 'court_order':
      // P-10: an order alone permits and does not compel; both ids are on record, or it stays closed.
      return !binds('part2') || ground.hasSubpoena;
    case 'team_statute':
      // V-9, and C-6: a state's statute on teams binds what the state governs, not what a federal regime protects.
      return !binds('part2', 'victim-services', 'youth-shelter', 'ferpa', 'hipaa');
    case 'mandate':
      return isInReport(kind, regimes, ground);
    case 'emergency':
      // No release, no emergency: those regimes have none (V-1, RHY-1); a court record goes by its own list (JJ-1).
      if (binds('victim-services', 'youth-shelter', 'justice')) return false;
      return !binds('part2') || isMedicalEmergency(ground);
  }
}

/** M-2, M-3, MR-1: the duty's set to the duty's receiver. P-12, V-7: of a confidential service, a report of abuse only. */
function isInReport(
  kind: CategoryCode,
  regimes: readonly Regime[],
  { duty, recipientSystem }: LawGround,
): boolean {
  if (duty === null) return false;
  const { to, set } = DUTIES[duty] as { to: readonly System[]; set: readonly CategoryCode[] };
  if (!to.includes(recipientSystem) || !set.includes(kind)) return false;
  if (duty === 'MR-1') return true;
  if ((['part2', 'victim-services', 'youth-shelter'] as const).some((regime) => regimes.includes(regime)))
    return false;
  return !regimes.includes('hipaa') || (maskOf([kind]) & TO_FIND_SOMEBODY) !== 0n;
}

/** P-13: to medical people, and never for a proceeding. */
const isMedicalEmergency = ({ recipientSystem, purposes }: LawGround) =>
  recipientSystem === 'medical' &&
  !purposes.some((purpose) => purpose === 'investigation' || purpose === 'court-report');
