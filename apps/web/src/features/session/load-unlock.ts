import type { Unlock } from './Unlock.tsx';

const AGAIN = 5_000;

/**
 * What opens a locked page. It is fetched as soon as there is something to lock, since a page can be locked without a
 * connection; where that failed, for as long as it takes.
 */
export async function loadUnlock(): Promise<{ Unlock: typeof Unlock }> {
  for (;;) {
    try {
      return await import('./Unlock.tsx');
    } catch {
      await new Promise((resolve) => setTimeout(resolve, AGAIN));
    }
  }
}
