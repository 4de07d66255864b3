import { createStore, type Store } from './store.ts';

/** Whom the cover asks to show who they are. */
export interface Who {
  name: string;
  demo: boolean;
}

type State = { is: 'open' } | { is: 'covered'; who: Who | null };

/**
 * Whether the workspace is covered, in memory and in step with the other windows of this browser. While it is,
 * nothing is asked of the server by the page beneath: it waits where it is, with all that was written in it.
 */
export interface Lock extends Omit<Store<State>, 'change'> {
  /** @param who null where the page does not know who was there. */
  cover: (who: Who | null) => void;
  open: () => void;
  /** Settles when the page is open, at once where it is; rejects when the one who waits gives up. */
  opened: (signal?: AbortSignal | null) => Promise<void>;
}

export function createLock(): Lock {
  const state = createStore<State>({ is: 'open' });
  const { read, subscribe } = state;
  return {
    read,
    subscribe,
    cover: (who) => {
      const now = read();
      if (now.is === 'open' || (now.who === null && who !== null)) state.change({ is: 'covered', who });
    },
    open: () => {
      if (read().is === 'covered') state.change({ is: 'open' });
    },
    opened: (signal) => {
      if (read().is === 'open') return Promise.resolve();
      return new Promise((resolve, reject) => {
        const settle = () => {
          if (read().is === 'covered' && !signal?.aborted) return;
          stop();
          signal?.removeEventListener('abort', settle);
          if (signal?.aborted) reject(signal.reason as Error);
          else resolve();
        };
        const stop = subscribe(settle);
        signal?.addEventListener('abort', settle);
        settle();
      });
    },
  };
}

/**
 * Fetches for a page that can be covered. What is asked while it is covered, and what a locked session does not answer,
 * waits and is asked anew when the page is open: a page never mistakes a lock for something that has ended.
 */
export function waitingForLock(lock: Lock, send: typeof fetch): typeof fetch {
  return async (input, init) => {
    for (;;) {
      await lock.opened(init?.signal);
      const response = await send(input, init);
      const locked = await lockedBy(response);
      if (!locked) return response;
      lock.cover(locked.who);
    }
  };
}

/** A change is not sent anew by itself: its person sends it again, and finds the words where they were. */
export function noticingLock(lock: Lock, send: typeof fetch): typeof fetch {
  return async (input, init) => {
    const response = await send(input, init);
    const locked = await lockedBy(response);
    if (locked) lock.cover(locked.who);
    return response;
  };
}

/** What an answer says of a lock: in an error, or as who is signed in. */
async function lockedBy(response: Response): Promise<{ who: Who | null } | null> {
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => null);
  for (const each of [body].flat() as Answer[]) {
    const me = each?.result?.data;
    if (me?.kind === 'locked') return { who: { name: String(me.name), demo: me.demo === true } };
    if (each?.error?.data?.code === 'LOCKED') return { who: null };
  }
  return null;
}

type Answer = {
  result?: { data?: { kind?: unknown; name?: unknown; demo?: unknown } | null };
  error?: { data?: { code?: unknown } };
} | null;
