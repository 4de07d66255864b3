import type { IconName } from '@accord/ui';
import type { AdvisorMe, StaffMe } from './session.ts';

/** Where one can go from everywhere, by the frame or by the palette; a frame holds seven at most. */
export interface Place {
  to:
    | '/today'
    | '/cases'
    | '/cases/new'
    | '/inbox'
    | '/referrals'
    | '/protocols'
    | '/demo'
    | '/demo/side-by-side';
  icon: IconName;
  words:
    | 'today'
    | 'cases'
    | 'newCase'
    | 'inbox'
    | 'referrals'
    | 'protocols'
    | 'reviews'
    | 'demoPeople'
    | 'sideBySide';
  /** Marked as the current one only at this very address, not below it. */
  exact?: boolean;
  /** In the palette alone: a page that the frame has links to it. */
  beside?: boolean;
}

/** The places of this person: an advisor reaches no case. */
export function placesOf(me: StaffMe | AdvisorMe): Place[] {
  const people: Place = { to: '/demo', icon: 'people', words: 'demoPeople' };
  if (me.kind === 'advisor') {
    return [{ to: '/protocols', icon: 'protocols', words: 'reviews' }, ...(me.demo ? [people] : [])];
  }
  return [
    { to: '/today', icon: 'today', words: 'today' },
    { to: '/cases', icon: 'cases', words: 'cases', exact: true },
    { to: '/inbox', icon: 'inbox', words: 'inbox' },
    { to: '/referrals', icon: 'referrals', words: 'referrals' },
    { to: '/cases/new', icon: 'newCase', words: 'newCase', beside: true },
    { to: '/protocols', icon: 'protocols', words: 'protocols' },
    ...(me.demo ? [people, { to: '/demo/side-by-side', icon: 'sides', words: 'sideBySide' } as const] : []),
  ];
}
