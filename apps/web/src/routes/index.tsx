import { createFileRoute } from '@tanstack/react-router';
import { goTo } from '../app/leave.ts';
import { OutsidePending, OutsideTrouble } from '../app/routeStates.tsx';
import { findStaff, isDemo } from '../app/session.ts';

/** Home is wherever this person can go on: their cases, the people of the demo, or sign-in. */
export const Route = createFileRoute('/')({
  beforeLoad: async ({ context }) => {
    if (await findStaff(context)) return goTo('/cases');
    return goTo((await isDemo(context)) ? '/demo' : '/sign-in');
  },
  pendingComponent: OutsidePending,
  errorComponent: OutsideTrouble,
});
