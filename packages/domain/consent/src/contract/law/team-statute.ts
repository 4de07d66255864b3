import type { AgencyFacts } from './facts.ts';
import { isAdult, type LawQuestion, permitBy, permitByRow, permitIf, never } from './permit.ts';
import type { Regime } from './regimes.ts';
import { type Check, deny, pass, review } from './rules.ts';
import type { TeamMember } from './state.ts';

/**
 * What a statute on case teams opens of one kind. School records follow a federal statute of their own (F-6); all
 * else needs the state's row, and membership alone is never enough (V-9).
 */
export function teamChecks(question: LawQuestion): Check[] {
  const { regimes } = question;
  const own = regimes.flatMap((regime) => checksOf(regime, question));
  return regimes.includes('ferpa') ? own : [...teamRule(question), ...own];
}

function checksOf(regime: Regime, question: LawQuestion): Check[] {
  switch (regime) {
    case 'hipaa':
      return [permitBy('H-15', question)];
    case 'part2':
      return [deny('P-1')];
    case 'ferpa':
      return schoolChecks(question);
    case 'victim-services':
      return [deny('V-9')];
    case 'youth-shelter':
      return [deny('V-9'), deny('RHY-1')];
    case 'child-welfare':
    case 'justice':
      return [];
    case 'criminal-justice-information':
    case 'immigration':
      return [never(regime)];
  }
}

/** C-6: the state's row names who can be on the team. */
function teamRule({ policy, recipient }: LawQuestion): Check[] {
  const row = policy.state?.teamRule;
  const isMember = row?.members.some((member) => isA(member, recipient.agency)) ?? false;
  return [permitByRow(row && row.allowed && isMember, 'C-6')];
}

function isA(member: TeamMember, agency: AgencyFacts): boolean {
  switch (member) {
    case 'child-welfare':
      return agency.childWelfare === true;
    case 'justice':
      return agency.justice === true;
    case 'tribal':
      return agency.tribal === true;
    case 'education':
      return agency.educationAgency === true;
    case 'health':
      return agency.coveredEntity === true;
  }
}

/**
 * F-6, the Uninterrupted Scholars Act: to the agency or tribe that is legally responsible for them now, where the
 * school has switched it on. To justice before adjudication it is F-9, which a person looks at.
 */
function schoolChecks(question: LawQuestion): Check[] {
  const { custodian, recipient, young } = question;
  const { agency } = recipient;
  if (agency.justice === true) return [review('F-9')];
  const isResponsible =
    (agency.childWelfare === true || agency.tribal === true) &&
    young.legalCustodian === agency.id &&
    young.majorityAt !== null &&
    !isAdult(question);
  const isOn = custodian.switchedOn?.includes('F-6') ?? false;
  return [permitIf(isResponsible && isOn, 'F-6'), pass('F-10')];
}
