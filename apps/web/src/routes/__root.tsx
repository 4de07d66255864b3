import { createRootRouteWithContext, Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { RouteContext } from '../app/context.ts';
import { OutsideNotShared, OutsideTrouble } from '../app/routeStates.tsx';

export const Route = createRootRouteWithContext<RouteContext>()({
  component: Root,
  notFoundComponent: OutsideNotShared,
  errorComponent: OutsideTrouble,
});

/** After a move the focus goes to the title of the new page, which is read out; not on the first load. */
function Root() {
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const last = useRef(path);
  useEffect(() => {
    if (last.current !== undefined && last.current !== path) {
      // A form that was asked for from elsewhere has it already.
      if (!document.activeElement?.closest('main form')) {
        document.querySelector<HTMLElement>('main h1')?.focus();
      }
      window.scrollTo(0, 0);
    }
    last.current = path;
  }, [path]);
  return <Outlet />;
}
