import { CaseId, GrantId, Purpose, RequestId } from '@accord/kernel';
import { System } from '@accord/identity';
import { z } from 'zod';
import { Category } from './categories.ts';
import { Recipient } from './permission.ts';
import { WaitingPost } from './posts.ts';
import { Conflict, WaitingOrder } from './waiting.ts';

/** What someone needs a kind for: codes, so that an ask holds no text about anyone. */
export const NEEDS = ['planning', 'safety', 'support', 'timing', 'court'] as const;
export const Need = z.enum(NEEDS, 'Choose what you need it for.');
export type Need = z.infer<typeof Need>;

export const AskInput = z.strictObject({ caseId: CaseId, kind: Category, need: Need });

/** The same whatever happened: a first ask, a second one, and an ask for what nobody holds. */
export const Asked = z.strictObject({ asked: z.literal(true) });

/** Why an ask is not taken further now. The one who asked reads none of it. */
export const SetAsideReason = z.enum(
  ['not-needed', 'they-said-no', 'not-now', 'not-allowed'],
  'Choose a reason.',
);
export type SetAsideReason = z.infer<typeof SetAsideReason>;

export const SetAsideInput = z.strictObject({
  caseId: CaseId,
  requestId: RequestId,
  reason: SetAsideReason,
});
export const TakeUpInput = SetAsideInput.omit({ reason: true });

/** Permissions that end within this many days are in the inbox. */
export const ENDING_DAYS = 14;

const waiting = <Kind extends string, Rest extends z.ZodRawShape>(kind: Kind, rest: Rest) =>
  z.strictObject({
    is: z.literal(kind),
    caseId: CaseId,
    codeName: z.string(),
    recipient: Recipient,
    name: z.string(),
    title: z.string().nullable(),
    agency: z.string(),
    system: System,
    purpose: Purpose,
    categories: z.array(Category),
    /** The reader writes for this case and may prepare and sign; whoever supervises may not. */
    mayPrepare: z.boolean(),
    ...rest,
  });

export const WaitingRequest = waiting('request', {
  requestId: RequestId,
  need: Need,
  askedOn: z.iso.date(),
  /**
   * An ask from police goes to the lead worker, or to an advocate, before anyone asks the young person. False for the
   * worker who is assigned to the case: it is with them already.
   */
  leadFirst: z.boolean(),
});
export const WaitingDraft = waiting('draft', { grantId: GrantId, preparedOn: z.iso.date() });
export const WaitingEnd = waiting('ending', { grantId: GrantId, endsOn: z.iso.date() });
export const WaitingPause = waiting('paused', {
  grantId: GrantId,
  endsOn: z.iso.date(),
  pausedBy: z.enum(['young_person', 'staff']),
  /** Who recorded it; null where the young person did it themselves. */
  pausedByName: z.string().nullable(),
  pausedOn: z.iso.date(),
});
export const Waiting = z.discriminatedUnion('is', [WaitingRequest, WaitingDraft, WaitingEnd, WaitingPause]);
export type Waiting = z.infer<typeof Waiting>;

/** What waits for whoever administers permissions, over all their cases; ids, codes and dates. */
export const Inbox = z.strictObject({
  waiting: z.array(Waiting),
  orders: z.array(WaitingOrder),
  conflicts: z.array(Conflict),
  posts: z.array(WaitingPost),
  /** The cases whose permissions the reader administers, by code name. */
  cases: z.array(z.strictObject({ caseId: CaseId, codeName: z.string() })),
  /** Who comes of age within the days in which they can sign for the time after it, the soonest first. */
  comingOfAge: z.array(z.strictObject({ caseId: CaseId, codeName: z.string(), on: z.iso.date() })),
});
export type Inbox = z.infer<typeof Inbox>;
