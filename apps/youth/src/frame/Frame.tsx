import { Outlet, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { words } from '../words.ts';
import { enterPage } from './enter-page.ts';
import { stayInPlace } from './stay-in-place.ts';
import { Languages } from './Languages.tsx';
import { Pages } from './Pages.tsx';

/** What stands around every page. Exit is not here: it is in index.html, before any script. */
export function Frame() {
  const router = useRouter();

  // Not on the first page of a visit: there the first Tab must find Exit.
  useEffect(
    () =>
      router.subscribe('onRendered', ({ fromLocation, toLocation }) => {
        if (fromLocation && fromLocation.pathname !== toLocation.pathname) enterPage();
      }),
    [router],
  );
  useEffect(() => stayInPlace(router), [router]);

  return (
    <>
      <header className="head">
        <Languages />
        <p className="name">{words.frame.name}</p>
        <Pages />
      </header>
      <main>
        <Outlet />
      </main>
    </>
  );
}
