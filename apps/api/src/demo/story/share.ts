import type { AuthorityId } from '@accord/consent';
import type { CaseId } from '@accord/kernel';
import type { Share, YoungPerson } from '../world/index.ts';
import { dayFrom } from './days.ts';
import { as, type Stage, type Told } from './stage.ts';

const DAYS = 90;

/**
 * Each permission of the story is prepared and, unless it stays a draft, signed with a witness, and by an adult beside
 * the young person where the law asks for one.
 */
export async function signShares(stage: Stage, { caseId, young, grants }: Told): Promise<void> {
  const adult = await recordAdults(stage, caseId, young);
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
      fromMajority: share.fromMajority ?? false,
    });
    grants.push({ grantId, share });
    if (share.outcome === 'draft') continue;
    const signature = { caseId, grantId, method: 'typed', witnessName: 'A. Osei', ...MARKED } as const;
    const { law } = await consent.sign({
      ...signature,
      signedName: young.name,
      notACondition: true,
      initials: [...share.kinds],
    });
    if (adult && law.some(({ needs }) => needs === 'adult'))
      await consent.countersign({ ...signature, signedName: 'M. R.', authorityId: adult });
  }
}

const MARKED = { understood: true, copyGiven: true } as const;

/** Who may sign beside the young person; answers the first who may be asked. */
async function recordAdults(stage: Stage, caseId: CaseId, young: YoungPerson) {
  const { consent } = as(stage, young.lead);
  let first: AuthorityId | undefined;
  for (const { relation, domains, evidence, is, days } of young.adults ?? []) {
    const { authorityId } = await consent.recordSigner({
      caseId,
      capacity: 'guardian',
      relation,
      domains: [...domains],
      evidence,
      endsOn: days === undefined ? undefined : dayFrom(stage.now, days),
    });
    if (is === 'not-to-sign') await consent.excludeSigner({ caseId, authorityId });
    if (is === 'safe') await consent.agreeContact({ caseId, authorityId });
    if (is === 'safe') first ??= authorityId;
  }
  return first;
}

/** What was stopped since, whole or in part. A permission that ran out only has dates: the owner sets them. */
export async function finishShares(stage: Stage, { caseId, young, grants }: Told): Promise<void> {
  for (const { grantId, share } of grants) {
    const { consent } = as(stage, share.from ?? young.lead);
    const { outcome } = share;
    // They called their worker, who wrote it down.
    if (outcome === 'stopped')
      await consent.recordStop({ caseId, cameBy: 'phone', what: { is: 'permission', grantId } });
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
