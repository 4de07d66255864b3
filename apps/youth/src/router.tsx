import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  type RouterHistory,
  redirect,
} from '@tanstack/react-router';
import { api, orSignIn } from './api.ts';
import { Circle } from './circle/Circle.tsx';
import { Frame } from './frame/Frame.tsx';
import { Lost } from './frame/Lost.tsx';
import { SignedIn } from './frame/SignedIn.tsx';
import { TroublePage } from './frame/TroublePage.tsx';
import { Waiting } from './frame/Waiting.tsx';
import { Help } from './help/Help.tsx';
import { Looks } from './looks/Looks.tsx';
import { Meetings } from './meetings/Meetings.tsx';
import { Me } from './me/Me.tsx';
import { Plan } from './plan/Plan.tsx';
import { Signers } from './signers/Signers.tsx';
import { Sharing } from './sharing/Sharing.tsx';
import { Start } from './start/Start.tsx';
import { createVisit, type Visit } from './visit.ts';

interface Context {
  visit: Visit;
}

const root = createRootRouteWithContext<Context>()({ component: Frame, notFoundComponent: Lost });

// Addresses stay in a browser's history: these say nothing about what the pages are for.
const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: Start,
  loader: async ({ context: { visit }, abortController: { signal } }) => {
    const me = await api.session.me.query(undefined, { signal });
    visit.change({ signedIn: me !== null });
    if (me) redirect({ to: '/home', replace: true, throw: true });
    // Outside demo mode there are none, and the form is what matters.
    const { cards } = await api.demo.cards.query(undefined, { signal }).catch(() => ({ cards: [] }));
    return { cards: cards.filter((card) => card.app === 'youth') };
  },
});

const numbers = createRoute({ getParentRoute: () => root, path: '/numbers', component: Help });

const signedIn = createRoute({ getParentRoute: () => root, id: 'signed-in', component: SignedIn });

const home = createRoute({
  getParentRoute: () => signedIn,
  path: '/home',
  component: Sharing,
  loader: async ({ context, abortController: { signal } }) => {
    const [{ permissions }, { bases, papers, packages }, { handovers }] = await orSignIn(
      context.visit,
      Promise.all([
        api.mine.permissions.query(undefined, { signal }),
        api.mine.bases.query(undefined, { signal }),
        api.mine.handovers.query(undefined, { signal }),
      ]),
    );
    return { permissions, bases, papers, packages, handovers };
  },
});

const plan = createRoute({
  getParentRoute: () => signedIn,
  path: '/plan',
  component: Plan,
  loader: async ({ context, abortController: { signal } }) => {
    const [page, { plans }] = await orSignIn(
      context.visit,
      Promise.all([api.mine.open.query(undefined, { signal }), api.mine.plans.query(undefined, { signal })]),
    );
    return { ...page, plans };
  },
});

const me = createRoute({
  getParentRoute: () => signedIn,
  path: '/me',
  component: Me,
  loader: async ({ context, abortController: { signal } }) => {
    const [{ items }, choices] = await orSignIn(
      context.visit,
      Promise.all([
        api.mine.open.query(undefined, { signal }),
        api.mine.careChoices.query(undefined, { signal }),
      ]),
    );
    return { items, choices };
  },
});

const log = createRoute({
  getParentRoute: () => signedIn,
  path: '/log',
  component: Looks,
  loader: ({ context, abortController: { signal } }) =>
    orSignIn(context.visit, api.mine.looks.query(undefined, { signal })),
});

const days = createRoute({
  getParentRoute: () => signedIn,
  path: '/days',
  component: Meetings,
  loader: ({ context, abortController: { signal } }) =>
    orSignIn(context.visit, api.mine.meetings.query(undefined, { signal })),
});

const circle = createRoute({
  getParentRoute: () => signedIn,
  path: '/circle',
  component: Circle,
  loader: ({ context, abortController: { signal } }) =>
    orSignIn(context.visit, api.mine.keptOut.query(undefined, { signal })),
});

const adults = createRoute({
  getParentRoute: () => signedIn,
  path: '/adults',
  component: Signers,
  loader: ({ context, abortController: { signal } }) =>
    orSignIn(context.visit, api.mine.signers.query(undefined, { signal })),
});

const routeTree = root.addChildren([
  start,
  numbers,
  signedIn.addChildren([home, plan, me, days, log, circle, adults]),
]);

/** @param history tests bring their own; the page has the browser's. */
export function createYouthRouter(history?: RouterHistory) {
  return createRouter({
    routeTree,
    context: { visit: createVisit() },
    // Every read leaves a line in the ledger: nothing is fetched that was not asked for, and nothing is kept.
    defaultPreload: false,
    defaultStaleTime: 0,
    defaultGcTime: 0,
    defaultPendingMs: 300,
    defaultPendingComponent: Waiting,
    defaultErrorComponent: TroublePage,
    ...(history && { history }),
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createYouthRouter>;
  }
}
