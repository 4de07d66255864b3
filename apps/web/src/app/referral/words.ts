import type { ReferralStanding } from '@accord/cases';
import { useWords, type Tone } from '@accord/ui';

/** Where a referral stands, in words: the state, and with a no its reason. */
export function useStatus(): (standing: ReferralStanding) => string {
  const states = useWords('states');
  const t = useWords('referrals');
  return ({ status, reason, helped, part, reached }) => {
    if (reason !== null) return t('declined', { reason: states(`declined.${reason}`) });
    if (helped !== null) return states(helped ? 'helped.yes' : 'helped.no');
    // "Sent" only where it is known that somebody there has it.
    if (status === 'requested' && part === 'receiver') return t('yours');
    if (status === 'requested' && reached !== true) return t('onPlan');
    return states(`referral.${status}`);
  };
}

const TONES: Partial<Record<ReferralStanding['status'], Tone>> = {
  requested: 'plum',
  accepted: 'ok',
  'in-progress': 'ok',
  completed: 'primary',
  rejected: 'care',
  failed: 'care',
  'on-hold': 'care',
};

export function toneOf({ status, helped }: ReferralStanding): Tone {
  if (helped !== null) return helped ? 'ok' : 'care';
  return TONES[status] ?? 'neutral';
}
