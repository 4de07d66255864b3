import { notFound, redirect } from '@tanstack/react-router';

/** Ends loading a route in favour of another address, which takes its place in the history. */
export function goTo(
  to: '/today' | '/protocols' | '/demo' | '/sign-in',
  search: { to?: string } = {},
): never {
  if (to === '/sign-in') redirect({ to, search, replace: true, throw: true });
  redirect({ to, replace: true, throw: true });
  throw new Error('a redirect is thrown by the router');
}

/** Ends loading a route with the one answer for what is not there and what isn't shared. */
export function notShared(): never {
  notFound({ throw: true });
  throw new Error('a not-found is thrown by the router');
}
