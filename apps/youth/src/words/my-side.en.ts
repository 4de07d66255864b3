/** Their own side of what is written about them. */
export const mySide = {
  title: 'My side of it',
  add: 'Add my side',
  label: 'My side of it, in my words',
  hint: 'Everyone who can read this can read your side too. It stays with it, and a court can ask for it.',
  missing: 'Write something first, or go back.',
  send: 'Save my side',
  cancel: 'Not now',
  trouble: 'That was not saved. What you wrote is still here. Try again.',
  notNow: 'This cannot be saved right now. What you wrote is still here. Try again later.',
} as const;
