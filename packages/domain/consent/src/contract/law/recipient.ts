import type { CategoryCode } from '../categories.ts';
import type { LawCase } from './facts.ts';
import { findProhibition } from './prohibited.ts';
import type { Regime } from './regimes.ts';
import { deny, type Finding, isFinding, type RuleId } from './rules.ts';
import { screeningChecks } from './screening.ts';
import type { StatePolicy } from './state.ts';

/** The paper of these kinds says more about them (paper.ts), and their regime about the other (signers.ts). */
const OWN_PAPER: readonly RuleId[] = ['A16-3', 'A16-4'];
const PROCEEDINGS = ['investigation', 'court-report'];

/** Why this recipient, for these purposes, gets nothing of this kind by any permission. */
export function recipientFindings(
  kind: CategoryCode,
  regimes: readonly Regime[],
  { recipient, paper }: LawCase,
  policy: StatePolicy | null,
): Finding[] {
  const findings: Finding[] = [];
  if (recipient.isExcluded) findings.push(deny('A16-8'));
  const prohibition = findProhibition(kind);
  if (prohibition && !OWN_PAPER.includes(prohibition)) findings.push(deny(prohibition));
  // 42 CFR 2.12(d): never against the patient without a consent of its own or an order, neither of which is offered.
  const isProceeding = paper.purposes.some((purpose) => PROCEEDINGS.includes(purpose));
  if (regimes.includes('part2') && (isProceeding || recipient.lawEnforcement !== false))
    findings.push(deny('P-9'));
  if (regimes.includes('immigration') && recipient.counsel !== true) findings.push(deny('IM-1'));
  findings.push(...screeningChecks(kind, paper.purposes, policy).filter(isFinding));
  return findings;
}
