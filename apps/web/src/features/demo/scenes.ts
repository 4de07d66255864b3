/** One scene of the tour: whose eyes, and which page. Text and title are in the words, under the same key. */
export interface Scene {
  key: 'intake' | 'permission' | 'case' | 'hidden' | 'referral' | 'plan' | 'signOff';
  /** The key of a demo card. */
  as: string;
  page: 'new-case' | 'permission' | 'case' | 'referrals' | 'protocols';
  /** The case, for pages of one, by its code name. */
  codeName?: string;
}

export const SCENES: readonly Scene[] = [
  { key: 'intake', as: 'dana', page: 'new-case' },
  { key: 'permission', as: 'dana', page: 'permission', codeName: 'Heron' },
  { key: 'case', as: 'dana', page: 'case', codeName: 'Heron' },
  { key: 'hidden', as: 'sosa', page: 'case', codeName: 'Heron' },
  { key: 'referral', as: 'noor', page: 'referrals' },
  { key: 'plan', as: 'renee', page: 'case', codeName: 'Wren' },
  { key: 'signOff', as: 'keisha', page: 'protocols' },
];
