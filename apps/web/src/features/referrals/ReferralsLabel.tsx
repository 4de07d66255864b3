import { useWords } from '@accord/ui';
import { useReferralCounts } from '../../app/useReferralCounts.ts';

/** "Referrals: 2 to answer". What one waits for oneself is no work. */
export function ReferralsLabel() {
  const t = useWords('frame');
  const count = useReferralCounts().data?.toAnswer ?? 0;
  return <>{count > 0 ? t('referralsWaiting', { count }) : t('referrals')}</>;
}
