import type { IconName } from '@accord/ui';
import type { AdvisorMe, StaffMe } from './session.ts';

/** Where one can go from everywhere. The frame and the palette show the same list; a frame holds seven at most. */
export interface Place {
  to: '/cases' | '/cases/new' | '/inbox' | '/referrals' | '/protocols' | '/demo' | '/demo/side-by-side';
  icon: IconName;
  words: 'cases' | 'newCase' | 'inbox' | 'referrals' | 'protocols' | 'reviews' | 'demoPeople' | 'sideBySide';
  /** Marked as the current one only at this very address, not below it. */
  exact?: boolean;
}

/** The places of this person: an advisor reaches no case. */
export function placesOf(me: StaffMe | AdvisorMe): Place[] {
  const people: Place = { to: '/demo', icon: 'people', words: 'demoPeople' };
  if (me.kind === 'advisor') {
    return [{ to: '/protocols', icon: 'protocols', words: 'reviews' }, ...(me.demo ? [people] : [])];
  }
  return [
    { to: '/cases', icon: 'cases', words: 'cases', exact: true },
    { to: '/inbox', icon: 'inbox', words: 'inbox' },
    { to: '/referrals', icon: 'referrals', words: 'referrals' },
    { to: '/cases/new', icon: 'newCase', words: 'newCase' },
    { to: '/protocols', icon: 'protocols', words: 'protocols' },
    ...(me.demo ? [people, { to: '/demo/side-by-side', icon: 'sides', words: 'sideBySide' } as const] : []),
  ];
}
