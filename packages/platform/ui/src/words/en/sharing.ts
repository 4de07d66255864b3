/** "My sharing", as the young person reads it. Linted as youth words. */
export const sharing = {
  title: 'My sharing',
  people_one: 'You share some of your information with 1 person.',
  people_other: 'You share some of your information with {{count}} people.',
  none: "You're not sharing anything. That's OK.",
  label: 'Who can see something',
  canSee: 'Can see',
  until: 'Until {{day}}',
  stop: 'Stop',
  stopOne: 'Stop sharing {{kind}} with {{name}}',
  stopAll: 'Stop everything with {{name}}',
  ask: 'Stop sharing {{kinds}} with {{name}}?',
  yes: 'Stop sharing',
  keep: 'Keep sharing',
  done: '{{name}} can no longer see: {{kinds}}.',
  known: 'What they already read, they know.',
} as const;
