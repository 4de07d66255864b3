import type { ReferralShow } from '@accord/referrals';

/** In the order of the page. Said here without the contract, which a route may not bring ahead of the policy. */
export const SHOWS = ['to-answer', 'waiting', 'answered'] as const satisfies readonly ReferralShow[];
