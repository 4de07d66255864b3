import type { ReferralStanding } from '@accord/cases';
import { useWords, type Tone } from '@accord/ui';

/** Where a referral stands, in words: the state, and with a no its reason. */
export function useStatus(): (standing: ReferralStanding) => string {
  const states = useWords('states');
  const t = useWords('referrals');
  return ({ status, reason, helped, part, reached }) => {
    const own = part === 'receiver';
    if (reason !== null) {
      return t(own ? 'own.declined' : 'declined', { reason: states(`declined.${reason}`) });
    }
    if (helped !== null) return states(helped ? 'helped.yes' : 'helped.no');
    // "Sent" only where it is known that somebody there has it.
    if (status === 'requested' && own) return t('yours');
    if (status === 'requested' && reached !== true) return t('onPlan');
    if (own && (status === 'accepted' || status === 'completed')) return t(`own.${status}`);
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
