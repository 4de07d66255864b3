import type { Conflict, Inbox, Waiting, WaitingOrder, WaitingPost } from '@accord/consent';

export type Sort = Waiting['is'] | 'order' | 'conflict' | 'post';

/** In the order in which they wait for somebody. Said here without the contract, which a route may not bring ahead. */
export const SORTS = [
  'request',
  'conflict',
  'post',
  'order',
  'draft',
  'ending',
  'paused',
] as const satisfies readonly Sort[];

/** Each thing that waits, with its sort, in the order of the server. */
export type Entry =
  | { sort: Waiting['is']; waiting: Waiting }
  | { sort: 'order'; order: WaitingOrder }
  | { sort: 'conflict'; conflict: Conflict }
  | { sort: 'post'; post: WaitingPost };

export const entriesOf = ({ waiting, orders, conflicts, posts }: Inbox): Entry[] => [
  ...waiting.map((each) => ({ sort: each.is, waiting: each })),
  ...orders.map((each) => ({ sort: 'order' as const, order: each })),
  ...conflicts.map((each) => ({ sort: 'conflict' as const, conflict: each })),
  ...posts.map((each) => ({ sort: 'post' as const, post: each })),
];

export function keyOf(entry: Entry): string {
  if ('order' in entry) return entry.order.basisId;
  if ('post' in entry) return entry.post.grantId;
  if ('conflict' in entry) return `${entry.conflict.grantId} ${entry.conflict.is}`;
  return entry.waiting.is === 'request' ? entry.waiting.requestId : entry.waiting.grantId;
}
