export const session = {
  title: 'Sign in',
  lead: 'Use the email and password that your agency gave you.',
  email: 'Email',
  password: 'Password',
  send: 'Sign in',
  ended: 'Your session ended. Sign in again to go on.',
} as const;
