import { CATEGORIES, type CategoryCode, maskOf } from '../categories.ts';
import type { Instant } from '../instant.ts';
import type { LawCase } from './facts.ts';
import { paperFindings } from './paper.ts';
import { recipientFindings } from './recipient.ts';
import { regimesOf } from './regimes.ts';
import type { Finding } from './rules.ts';
import { signerFindings } from './signers.ts';
import type { StatePolicy } from './state.ts';

export interface Openable {
  /** Kinds that the law lets this permission open to this recipient now. */
  mask: bigint;
  /** Why each other kind that the permission names stays closed. */
  findings: ReadonlyMap<CategoryCode, readonly Finding[]>;
  /** Until when at the latest: the end of the permission, or the day on which somebody else's signature lapses. */
  endsAt: Instant;
}

/**
 * What of a signed permission the law lets open, kind by kind: every regime of a kind must be satisfied (consent-rules
 * 0.2 step 6, A1 to A8, A13, A14, A16). Pure. What is missing, null or unknown denies, and `review` denies too.
 */
export function openableBy(law: LawCase, policy: StatePolicy | null): Openable {
  const findings = new Map<CategoryCode, readonly Finding[]>();
  let mask = 0n;
  for (const { code } of CATEGORIES) {
    const bit = maskOf([code]);
    if ((law.paper.kinds & bit) === 0n) continue;
    const found = findingsFor(code, law, policy);
    if (found.length === 0) mask |= bit;
    else findings.set(code, found);
  }
  return { mask, findings, endsAt: endOf(law) };
}

function findingsFor(kind: CategoryCode, law: LawCase, policy: StatePolicy | null): Finding[] {
  const regimes = regimesOf(kind, law.custodian);
  return [
    ...recipientFindings(kind, regimes, law, policy),
    ...paperFindings(kind, regimes, law),
    ...signerFindings(kind, regimes, law, policy),
  ];
}

/** T18-1, T18-2: what they signed alone goes on to its own end; what rests on another's signature ends that instant. */
function endOf({ paper, young: { majorityAt } }: LawCase): Instant {
  if (majorityAt === null) return paper.validTo;
  const restsOnOthers = paper.signatures.some(
    ({ capacity, signedAt }) => capacity !== 'young-person' && signedAt < majorityAt,
  );
  return restsOnOthers ? Math.min(paper.validTo, majorityAt) : paper.validTo;
}
