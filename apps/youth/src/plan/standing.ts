import type { ReferralStanding } from '@accord/cases';
import { fill } from '../fill.ts';
import { declineWords, servedWords, words } from '../words.ts';

const { helpedYes, helpedNo } = words.plan;

/** Where a service stands, in a line; what the young person said of it counts most. */
export function standingWords({ status, reason, helped }: ReferralStanding): string {
  if (helped !== null) return helped ? helpedYes : helpedNo;
  return status === 'rejected'
    ? fill(servedWords.rejected, { why: declineWords[reason ?? 'not-said'] })
    : servedWords[status];
}
