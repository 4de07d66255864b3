import { type CategoryCode, maskOf } from '../categories.ts';
import type { LawCase } from './facts.ts';
import type { Regime } from './regimes.ts';
import { deny, type Finding } from './rules.ts';

const DAY = 86_400_000;
/** "Reasonably time-limited" (V-2), as the product reads it. */
const LONGEST_VICTIM_RELEASE = 90 * DAY;

/** Kinds that each need a mark of their own; a list that happens to hold them does not open them. */
export const INITIALLED = maskOf([
  'health-hiv',
  'health-genetic',
  'health-sexual-repro',
  'mh-record',
  'sud-part2',
  'sud-other',
  'sogi',
  'immigration',
  'exploitation-history',
  'trafficking-status',
]);
/** Notes that are opened by a permission for them and nothing else. */
const OWN_PAPER: Partial<Record<CategoryCode, 'H-8' | 'P-3'>> = {
  'mh-psychotherapy-notes': 'H-8',
  'sud-counseling-notes': 'P-3',
};
const PROCEEDINGS = ['investigation', 'court-report'];

/** What is wrong with the paper for this kind, by the elements that each regime asks of it. Checked at each use. */
export function paperFindings(
  kind: CategoryCode,
  regimes: readonly Regime[],
  { paper, at }: LawCase,
): Finding[] {
  const findings: Finding[] = [];
  const under = (regime: Regime) => regimes.includes(regime);
  const bit = maskOf([kind]);
  const { signatures, purposes } = paper;
  const isOpen = paper.validFrom <= at && at < paper.validTo;
  const isDated = signatures.length > 0 && signatures.every(({ signedAt }) => signedAt <= at);
  const hasElements =
    (paper.kinds & bit) !== 0n && purposes.length > 0 && Number.isFinite(paper.validTo) && isDated;

  if (under('hipaa')) {
    if (!hasElements) findings.push(deny('H-2'));
    if (!paper.toldHowToStop || !paper.toldOfRedisclosure) findings.push(deny('H-3'));
    if (!paper.copyGiven) findings.push(deny('H-4'));
    if (!isOpen || paper.knownFalse) findings.push(deny('H-5'));
    if (!paper.notACondition) findings.push(deny('H-9'));
  }
  if (under('part2')) {
    if (!hasElements || !paper.toldHowToStop) findings.push(deny('P-2'));
    if (!isOpen || paper.knownFalse) findings.push(deny('P-4'));
    if (purposes.length > 1 && purposes.some((purpose) => PROCEEDINGS.includes(purpose)))
      findings.push(deny('P-5'));
  }
  if (under('ferpa') && !hasElements) findings.push(deny('F-1'));
  if (under('victim-services') || under('youth-shelter')) {
    const isShort = paper.validTo - paper.validFrom <= LONGEST_VICTIM_RELEASE;
    if (!hasElements || !isOpen || !isShort) findings.push(deny('V-2'));
    if (!paper.notACondition) findings.push(deny('V-5'));
  }
  const ownPaper = OWN_PAPER[kind];
  if (ownPaper && paper.kinds !== bit) findings.push(deny(ownPaper), deny('A16-3'));
  if ((INITIALLED & bit) !== 0n && (paper.initialled & bit) === 0n) {
    findings.push(deny(kind === 'health-hiv' ? 'IM-3' : 'initials'));
  }
  return findings;
}
