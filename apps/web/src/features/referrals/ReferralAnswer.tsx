import { useWords } from '@accord/ui';
import { Answer } from '../../app/referral/Answer.tsx';
import css from './board.module.css';
import type { RowsProps } from './rows.ts';

interface ReferralAnswerProps extends Pick<RowsProps, 'refresh' | 'tell'> {
  referral: RowsProps['referrals'][number];
}

/** What can be done with a referral, in both forms of the list; or that there is nothing to do. */
export function ReferralAnswer({ referral, refresh, tell }: ReferralAnswerProps) {
  const t = useWords('referrals');
  const { caseId, itemId, revision, service, codeName, standing } = referral;
  if (standing.next.length === 0) return <p className={css.soft}>{t('nothing')}</p>;
  return <Answer {...{ caseId, itemId, revision, service, code: codeName, standing, refresh, tell }} />;
}
