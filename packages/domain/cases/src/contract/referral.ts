import { z } from 'zod';

/**
 * Referral states are FHIR Task statuses as SDOH Clinical Care (SDOHCC ReferralTaskStatus) narrows them; nothing is
 * drafted here. They live beside the page that shows them; `@accord/referrals` hands them on.
 */
export const ReferralStatus = z.enum([
  'requested',
  'accepted',
  'rejected',
  'in-progress',
  'on-hold',
  'completed',
  'failed',
  'cancelled',
]);
export type ReferralStatus = z.infer<typeof ReferralStatus>;

/** Why a service says no. Codes only: no text of a service's travels. */
export const DeclineReason = z.enum(
  ['full', 'age', 'distance', 'group', 'other-help', 'not-said'],
  'Choose the reason that they gave.',
);
export type DeclineReason = z.infer<typeof DeclineReason>;

export const ReferralMove = z.enum(['accept', 'decline', 'start', 'pause', 'complete', 'fail', 'cancel']);
export type ReferralMove = z.infer<typeof ReferralMove>;

/**
 * What a reader has to do with a referral: `owner` writes for the agency that sent it and records what the service
 * said; `receiver` is of the agency that runs the service; the young person alone says whether it helped.
 */
export const ReferralPart = z.enum(['owner', 'receiver', 'young-person']);
export type ReferralPart = z.infer<typeof ReferralPart>;

interface Rule {
  from: readonly ReferralStatus[];
  to: ReferralStatus;
  parts: readonly ReferralPart[];
}
const BOTH = ['owner', 'receiver'] as const;
const AGREED = ['accepted', 'in-progress', 'on-hold'] as const;

/** The database holds the same table (`may_move_referral`); a test compares the two. */
export const REFERRAL_MOVES: Readonly<Record<ReferralMove, Rule>> = {
  accept: { from: ['requested'], to: 'accepted', parts: BOTH },
  // Also after a yes: a bed can go before they come.
  decline: { from: ['requested', 'accepted'], to: 'rejected', parts: BOTH },
  start: { from: ['accepted', 'on-hold'], to: 'in-progress', parts: BOTH },
  pause: { from: ['in-progress'], to: 'on-hold', parts: BOTH },
  complete: { from: AGREED, to: 'completed', parts: BOTH },
  fail: { from: AGREED, to: 'failed', parts: ['owner'] },
  cancel: { from: ['requested', ...AGREED], to: 'cancelled', parts: ['owner'] },
};

/** The moves that this part may make from here, in the order in which they are offered. */
export function movesFor(part: ReferralPart | null, status: ReferralStatus): ReferralMove[] {
  return ReferralMove.options.filter((move) => {
    const { from, parts } = REFERRAL_MOVES[move];
    return part !== null && parts.includes(part) && from.includes(status);
  });
}

/** Where a referral stands, as one reader may know it. */
export const ReferralStanding = z.strictObject({
  status: ReferralStatus,
  /** Only of `rejected`. */
  reason: DeclineReason.nullable(),
  /** Only of `completed`: what the young person says. Null while they have not said. */
  helped: z.boolean().nullable(),
  /** Since when. */
  at: z.iso.datetime(),
  /** Who moved it there; null where nobody did yet, or where this reader may not know of them. */
  by: z
    .discriminatedUnion('is', [
      z.strictObject({ is: z.literal('owner'), name: z.string() }),
      z.strictObject({ is: z.literal('receiver'), name: z.string(), agency: z.string() }),
      z.strictObject({ is: z.literal('young-person') }),
    ])
    .nullable(),
  /** This reader's own part; null for one who only reads. */
  part: ReferralPart.nullable(),
  next: z.array(ReferralMove),
  /** While it waits: whether somebody at the service sees it now. Null for who neither sent nor got it. */
  reached: z.boolean().nullable(),
  /** Whole days without an answer, by the database's clock; null once there is one. */
  unansweredDays: z.int().nullable(),
});
export type ReferralStanding = z.infer<typeof ReferralStanding>;

/** After this many days without an answer somebody calls; after the second figure another service is looked for. */
const CALL_AFTER = 2;
const ANOTHER_AFTER = 5;

export function nudgeOf({ unansweredDays }: Pick<ReferralStanding, 'unansweredDays'>) {
  if (unansweredDays === null || unansweredDays < CALL_AFTER) return null;
  return unansweredDays < ANOTHER_AFTER ? 'call' : 'another';
}

/** True where this one will not bring the help: another service can be looked for. */
export function isOver({ status, helped }: Pick<ReferralStanding, 'status' | 'helped'>): boolean {
  return status === 'rejected' || status === 'failed' || helped === false;
}
