import type { Regime } from './regimes.ts';
import { type LawQuestion, permitBy, permitIf, protectsChildren, never } from './permit.ts';
import { type Check, deny, pass } from './rules.ts';

/** Settled in the architecture; the review after it is due within a day. */
const LONGEST = 60 * 60_000;

/** What an emergency opens of one kind: for an hour at most, to whom each regime names, with the threat on record. */
export function emergencyChecks(question: LawQuestion): Check[] {
  const { from, to } = question.basis.valid;
  return [
    permitIf(to - from <= LONGEST, 'emergency'),
    ...question.regimes.flatMap((regime) => checksOf(regime, question)),
  ];
}

function checksOf(regime: Regime, question: LawQuestion): Check[] {
  const { recipient } = question;
  switch (regime) {
    case 'hipaa':
      return [permitBy('H-19', question)];
    case 'part2':
      // To medical personnel alone, which nobody is by their agency: a named provider who treats them.
      return [permitIf(recipient.treats === true && recipient.staffId !== null, 'P-13')];
    case 'ferpa':
      return [pass('F-8'), pass('F-10')];
    case 'victim-services':
      return [deny('V-1')];
    case 'youth-shelter':
      return [deny('RHY-1')];
    case 'child-welfare':
      return [permitIf(protectsChildren(recipient) || recipient.agency.justice === true, 'C-1')];
    case 'justice':
      return [deny('JJ-1')];
    case 'criminal-justice-information':
    case 'immigration':
      return [never(regime)];
  }
}
