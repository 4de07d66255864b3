import type { CaseId } from '@accord/kernel';
import type { ReferralList } from '@accord/referrals';
import type { ReactNode } from 'react';

export interface Links {
  linkTo: (caseId: CaseId, name: string) => ReactNode;
  /** To the search for another service. */
  another: (caseId: CaseId, label: string) => ReactNode;
}

/** Both forms of the list take the same. */
export interface RowsProps extends Links {
  referrals: ReferralList['referrals'];
  refresh: () => Promise<void>;
  tell: (sentence: string) => void;
}
