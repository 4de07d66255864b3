/** Where a worker's day begins. */
export const today = {
  title: 'Today',
  lead: 'What is yours to do, what is coming, and what has changed.',
  due: {
    title: 'Yours to do',
    empty: 'You’re clear',
    clear: 'No step waits for you.',
    clearUntil: 'No step waits for you. Next: {{what}}, {{code}}.',
  },
  coming: {
    title: 'In the next seven days',
    empty: 'No appointments.',
  },
  waiting: {
    title: 'Waiting for others',
    empty: 'Nobody else has an open step from your agency.',
  },
  changed: {
    title: 'Changed since you looked',
    empty: 'Nothing new from others.',
    notLooked: 'You have not looked at this page yet.',
    since_one: '{{count}} change, {{when}}.',
    since_other: '{{count}} changes, last {{when}}.',
  },
  more: 'There is more than this page can hold. My cases has the rest.',
} as const;
