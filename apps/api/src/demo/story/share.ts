import type { Share } from '../world/index.ts';
import { dayFrom } from './days.ts';
import { as, type Stage, type Told } from './stage.ts';

const DAYS = 90;

/** Each permission of the story is prepared and, unless it stays a draft, signed with a witness. */
export async function signShares(stage: Stage, { caseId, young, grants }: Told): Promise<void> {
  for (const share of (young.shares ?? []) as readonly Share[]) {
    const { consent } = as(stage, share.from ?? young.lead);
    const { grantId } = await consent.prepare({
      caseId,
      recipient: recipientOf(stage, share.to),
      categories: [...share.kinds],
      purpose: share.purpose ?? 'care-plan-coordination',
      endsOn: dayFrom(stage.now, share.days ?? DAYS),
      need: share.need,
      withoutSharing: 'No: they need to see it to help with it.',
      mayWrite: share.mayWrite ?? false,
    });
    grants.push({ grantId, share });
    if (share.outcome === 'draft') continue;
    await consent.sign({
      caseId,
      grantId,
      signedName: young.name,
      method: 'typed',
      witnessName: 'Amara Osei',
      understood: true,
      notACondition: true,
      copyGiven: true,
    });
  }
}

/** What was stopped since, whole or in part. A permission that ran out only has dates: the owner sets them. */
export async function finishShares(stage: Stage, { caseId, young, grants }: Told): Promise<void> {
  for (const { grantId, share } of grants) {
    const { consent } = as(stage, share.from ?? young.lead);
    const { outcome } = share;
    if (outcome === 'stopped') await consent.stop({ caseId, grantId });
    if (outcome === 'paused') await consent.pause({ caseId, grantId });
    if (typeof outcome === 'object' && 'narrowedBy' in outcome) {
      await consent.stop({ caseId, grantId, categories: [...outcome.narrowedBy] });
    }
  }
}

function recipientOf({ people, agencies }: Stage, to: Share['to']) {
  return typeof to === 'string'
    ? ({ kind: 'staff', staffId: people[to].staffId } as const)
    : ({ kind: 'agency', agencyId: agencies[to.agency] } as const);
}
