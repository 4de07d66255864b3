import type { PlanAnswer, PlanVersion, ReturnReason } from '../contract/index.ts';
import type { StandingRow } from './signing.queries.ts';

/** Where a version stands for one reader. `own`: which of the two words is theirs to say. */
export function versionOf(row: StandingRow, own: 'supervisor' | 'young'): PlanVersion {
  const supervisor = answerOf(row.supervisorAnswer, row.supervisorReason, row.supervisor, row.supervisorAt);
  const young = answerOf(row.youngAnswer, row.youngReason, null, row.youngAt);
  const words = [supervisor?.is, young?.is];
  const isBack = words.includes('sent-back');
  const said = own === 'young' ? young : supervisor;
  const { planId, ownerId, owner, number, sentBy, sentAt, isNow, mayAnswer } = row;
  return {
    planId,
    ownerId,
    owner,
    number,
    sentBy,
    sentAt,
    state: isBack ? 'sent-back' : words.every((word) => word === 'signed') ? 'agreed' : 'waiting',
    isNow,
    supervisor,
    young,
    maySign: mayAnswer && isNow && !isBack && said === null,
    // Whoever signed may think again, and a plan that changed since can still be sent back.
    maySendBack: mayAnswer && !isBack,
  };
}

function answerOf(
  is: PlanAnswer['is'] | null,
  reason: ReturnReason | null,
  by: string | null,
  at: string | null,
): PlanAnswer | null {
  return is && at ? { is, reason, by, at } : null;
}
