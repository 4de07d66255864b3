/** The palette: one field that finds cases, pages and what can be done. */
export const palette = {
  title: 'Search',
  label: 'A case, a page, or what you want to do',
  none: 'No matches among cases shared with you.',
  count_one: '1 match',
  count_other: '{{count}} matches',
  looking: 'Looking among all your cases.',
  loading: 'Getting your cases.',
  failed: 'We could not get your cases.',
  case: 'Case',
  page: 'Page',
  here: 'On this case',
  onCase: 'On a case',
  account: 'Account',
  language: 'Language',
  note: 'Add a note',
  noteTo: 'Add a note: {{code}}',
} as const;
