import { covers, maskOf } from '../categories.ts';
import { DUTIES, type Duty, type DutyId, findDuty } from './duties.ts';
import { type LawQuestion, permitBy, permitByRow, permitIf, never } from './permit.ts';
import type { Regime } from './regimes.ts';
import { type Check, deny, review } from './rules.ts';

const IDENTITY = maskOf(['id-core']);

/**
 * What a mandated report opens of one kind: the set of the duty that its evidence names, to that recipient, and
 * nothing of the rest of the file (MR-3). Whether the young person agrees plays no part (MR-4).
 */
export function mandateChecks(question: LawQuestion): Check[] {
  const { basis, kind, purpose, recipient, regimes } = question;
  const id = findDuty(basis.evidence);
  if (!id) return [deny('evidence')];
  const duty: Duty = DUTIES[id];
  if (duty.about === 'unread') return [review(id)];
  const isOfReport =
    covers(duty.set, maskOf([kind])) &&
    duty.isRecipient(recipient.agency) &&
    (duty.purposes?.includes(purpose) ?? true);
  return [
    permitIf(isOfReport, 'MR-3'),
    ownCheck(id, question),
    ...regimes.flatMap((regime) => checksOf(regime, id, question)),
  ];
}

/** Who must report abuse by state law is the state's to say (MR-1). */
function ownCheck(id: DutyId, question: LawQuestion): Check {
  if (id !== 'MR-1') return permitBy(id, question);
  return question.policy.state?.mandatedReporters ? permitIf(true, id) : review(id);
}

function checksOf(regime: Regime, id: DutyId, question: LawQuestion): Check[] {
  const isAbuseReport = DUTIES[id].about === 'abuse';
  const isIdentity = covers(IDENTITY, maskOf([question.kind]));
  switch (regime) {
    case 'hipaa':
      // M-5: of a clinic, police get the list of 164.512(f)(2) and nothing more, unless it is an abuse report.
      return [isAbuseReport ? permitBy('H-14', question) : permitIf(isIdentity, 'H-17')];
    case 'part2':
      // Only the first report of abuse. A missing report never holds what a program knows (M-5).
      return [permitIf(isAbuseReport, isAbuseReport ? 'P-12' : 'M-5')];
    case 'victim-services':
      return [permitByRow(question.policy.state?.mandatedReporters?.victimServices, 'V-7')];
    case 'youth-shelter':
      return [review('RHY-1')];
    case 'ferpa':
      return [review('MR-1')];
    case 'child-welfare':
      return [permitBy('C-1', question)];
    case 'justice':
      return [deny('JJ-1')];
    case 'criminal-justice-information':
    case 'immigration':
      return [never(regime)];
  }
}
