import { useState } from 'react';
import { problemOf } from '../../app/problem.ts';

interface Base<Item> {
  /** What a change is made from: the revision that the writer sees, which after a change is the one beside theirs. */
  revision: number;
  /** As it was when the form was opened. */
  opened: Item;
  /** Somebody changed it since: both states are to be shown, but while one's own change is on its way. */
  hasMoved: boolean;
  /** Sends a change; on a conflict the page is asked for again before the error goes on to the form. */
  guard: <T>(send: () => Promise<T>) => Promise<T>;
}

/**
 * Holds on to what a form was opened on, while the page beneath it goes on living: a change that came in the meantime
 * stands beside what was written, and is not overwritten unseen: what had not come to the page is met as a conflict.
 */
export function useBase<Item extends { revision: number }>(
  item: Item,
  refresh: () => Promise<void>,
): Base<Item> {
  const [opened] = useState(item);
  return {
    revision: item.revision,
    opened,
    hasMoved: item.revision !== opened.revision,
    guard: async (send) => {
      try {
        return await send();
      } catch (error) {
        if (problemOf(error).code === 'CONFLICT') await refresh();
        throw error;
      }
    },
  };
}
