export { list, waiting } from './list.ts';
export { helped, move } from './move.ts';
export { findAsked, listReaders } from './referrals.queries.ts';
export { type ChosenService, REFERRAL_MASK, sendReferral } from './send-referral.ts';
