import { createMemoryHistory, RouterProvider } from '@tanstack/react-router';
import { configure, render } from '@testing-library/react';
import { vi } from 'vitest';
import { createYouthRouter } from '../router.tsx';

// What is waited for comes; on a busy machine it takes longer than the second that is the default.
configure({ asyncUtilTimeout: 5_000 });

/** The whole app at one address, in the element that index.html gives it. */
export function showAt(path: string) {
  // There is no layout to scroll here.
  vi.stubGlobal('scrollTo', () => {});
  document.body.innerHTML = '<div id="app"></div>';
  const container = document.getElementById('app');
  if (!container) throw new Error('no #app');
  const router = createYouthRouter(createMemoryHistory({ initialEntries: [path] }));
  return { router, ...render(<RouterProvider router={router} />, { container }) };
}
