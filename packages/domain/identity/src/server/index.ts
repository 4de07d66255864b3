export { choosePurpose } from './choose-purpose.ts';
export { colleagues } from './colleagues.ts';
export { findAccount } from './identity.queries.ts';
export { me } from './me.ts';
export { hashPassword } from './password.ts';
export { type Caller, type Sessions, sessionsOf, type WatchedSession } from './sessions.ts';
export { isForHost, signIn, signInAs } from './sign-in.ts';
export { signOut } from './sign-out.ts';
