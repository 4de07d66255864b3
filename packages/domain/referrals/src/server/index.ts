export { type ChosenService, sendReferral } from './send-referral.ts';
