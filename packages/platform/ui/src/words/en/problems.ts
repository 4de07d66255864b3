export const problems = {
  formTitle: 'Some of this needs another look',
  kept: 'What you wrote is kept.',
  offlineTitle: 'We cannot reach Accord right now',
  offline: 'Check your connection, then try again.',
  pageTitle: 'This page did not load',
  pageKept: 'Nothing was changed.',
  unexpected: 'Something went wrong on our side. Try again in a moment.',
  conflictAction: 'Load the newest version',
  signIn: 'Sign in',
} as const;
