import type { LawBasis } from '../basis.ts';
import { orderChecks } from './court-order.ts';
import { emergencyChecks } from './emergency.ts';
import { mandateChecks } from './mandate.ts';
import { type LawQuestion, permitBy } from './permit.ts';
import { findProhibition } from './prohibited.ts';
import { screeningChecks } from './screening.ts';
import { type Check, deny, pass } from './rules.ts';
import { teamChecks } from './team-statute.ts';

const CHECKS: Record<LawBasis['kind'], (question: LawQuestion) => Check[]> = {
  court_order: orderChecks,
  team_statute: teamChecks,
  mandate: mandateChecks,
  emergency: emergencyChecks,
};
/** What child welfare's own records are for (C-4). */
const PLAN_PURPOSES = [
  'child-protection',
  'care-plan-coordination',
  'court-report',
  'missing-child-response',
];

/** Every rule that was asked about one kind of a law basis; it opens when all of them pass (most protective wins). */
export function lawChecks(question: LawQuestion): Check[] {
  const { basis, kind, purpose, recipient, regimes } = question;
  const prohibition = findProhibition(kind);
  if (prohibition) return [deny(prohibition)];
  if (recipient.isExcluded) return [deny('A16-8')];
  if (basis.evidence.trim() === '') return [deny('evidence')];
  const checks = CHECKS[basis.kind](question);
  if (regimes.includes('child-welfare') && basis.kind !== 'court_order') {
    checks.push(PLAN_PURPOSES.includes(purpose) ? pass('C-4') : deny('C-4'));
  }
  // Medicaid's applicants: by their own word, or by a plan's administration, which is not one of our purposes.
  if (kind === 'financial-benefits') checks.push(permitBy('IM-2', question));
  if (basis.kind === 'team_statute' || basis.kind === 'emergency') {
    checks.push(...screeningChecks(kind, [purpose], question.policy.state));
  }
  return checks;
}
