import { createFileRoute, redirect } from '@tanstack/react-router';
import { findStaff, isDemo } from '../app/session.ts';

/** Home is wherever this person can go on: their cases, the people of the demo, or sign-in. */
export const Route = createFileRoute('/')({
  beforeLoad: async ({ context }) => {
    if (await findStaff(context)) throw redirect({ to: '/cases', replace: true });
    throw redirect({ to: (await isDemo(context)) ? '/demo' : '/sign-in', replace: true });
  },
});
