import { createFileRoute } from '@tanstack/react-router';
import { goTo } from '../app/leave.ts';
import { OutsidePending, OutsideTrouble } from '../app/routeStates.tsx';
import { findMe, homeOf, isDemo } from '../app/session.ts';

/** Home is wherever this person can go on: their cases, the people of the demo, or sign-in. */
export const Route = createFileRoute('/')({
  beforeLoad: async ({ context }) => {
    const me = await findMe(context);
    if (me) return goTo(homeOf(me));
    return goTo((await isDemo(context)) ? '/demo' : '/sign-in');
  },
  pendingComponent: OutsidePending,
  errorComponent: OutsideTrouble,
});
