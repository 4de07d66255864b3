import type { Regime } from './regimes.ts';
import { type LawQuestion, permitBy, permitIf, never } from './permit.ts';
import { type Check, isFinding, review } from './rules.ts';

/** What a court order opens of one kind, by regime: never more than the order names, which is its mask. */
export const orderChecks = (question: LawQuestion): Check[] =>
  question.regimes.flatMap((regime) => checksOf(regime, question));

function checksOf(regime: Regime, question: LawQuestion): Check[] {
  const { basis } = question;
  const isTold = Boolean(basis.notice);
  switch (regime) {
    case 'hipaa':
      return [permitBy('H-16', question)];
    case 'part2':
      // An order alone permits and does not compel, a subpoena alone is nothing: both are needed (2.61).
      return [permitIf(Boolean(basis.subpoena), 'P-10'), permitIf(Boolean(basis.subpoena), 'P-9')];
    case 'ferpa': {
      const read = permitBy('F-7', question);
      return [isFinding(read) || isTold ? read : review('F-7')];
    }
    case 'victim-services':
      return [isTold ? permitBy('V-6', question) : review('V-6')];
    case 'youth-shelter':
      return [review('RHY-1')];
    case 'child-welfare':
      return [permitBy('C-1', question)];
    case 'justice':
      return [permitBy('JJ-1', question)];
    case 'criminal-justice-information':
    case 'immigration':
      return [never(regime)];
  }
}
