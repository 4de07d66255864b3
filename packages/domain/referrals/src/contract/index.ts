export * from './input.ts';
export * from './list.ts';
export * from './prepared.ts';
export {
  DeclineReason,
  isOver,
  movesFor,
  nudgeOf,
  REFERRAL_MOVES,
  ReferralMove,
  ReferralPart,
  ReferralStanding,
  ReferralStatus,
} from '@accord/cases';
