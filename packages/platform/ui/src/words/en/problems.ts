export const problems = {
  formTitle: 'Some of this needs another look',
  unreadable: 'Check the date.',
  kept: 'What you wrote is kept.',
  offlineTitle: 'We cannot reach Accord right now',
  offline: 'Check your connection, then try again.',
  pageTitle: 'This page did not load',
  pageKept: 'Nothing was changed.',
  signIn: 'Sign in',
} as const;
