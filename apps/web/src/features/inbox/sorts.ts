import type { Waiting } from '@accord/consent';

export type Sort = Waiting['is'];

/** In the order in which they wait for somebody. Said here without the contract, which a route may not bring ahead. */
export const SORTS = ['request', 'draft', 'ending', 'paused'] as const satisfies readonly Sort[];
