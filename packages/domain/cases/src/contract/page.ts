import { CaseId, ItemId, Purpose } from '@accord/kernel';
import { Category } from '@accord/consent';
import { z } from 'zod';
import { GoalBody, NoteBody, ProfileBody, ReferralBody, StepBody } from './items.ts';

/**
 * One item as one reader gets it. `content` is `open` with a body; `preparing` when the floor lets it through
 * and no key opens it yet; `closed` when the reader may know of it and may not see it.
 */
const item = <Kind extends string, Body extends z.ZodType>(kind: Kind, body: Body) =>
  z.strictObject({
    itemId: ItemId,
    kind: z.literal(kind),
    categories: z.array(Category),
    owner: z.string(),
    author: z.string().nullable(),
    at: z.iso.datetime(),
    revision: z.int(),
    state: z.enum(['open', 'done']),
    parentId: ItemId.nullable(),
    content: z.discriminatedUnion('is', [
      z.strictObject({ is: z.literal('open'), body }),
      z.strictObject({ is: z.literal('preparing') }),
      z.strictObject({ is: z.literal('closed') }),
    ]),
    /** Who else can read it, as far as this reader may know; null where they may not know. */
    audience: z.array(z.string()).nullable(),
  });

export const ProfileItem = item('profile', ProfileBody);
export const GoalItem = item('goal', GoalBody);
export const StepItem = item('step', StepBody);
export const NoteItem = item('note', NoteBody);
export const ReferralItem = item('referral', ReferralBody);
export const CaseItem = z.discriminatedUnion('kind', [
  ProfileItem,
  GoalItem,
  StepItem,
  NoteItem,
  ReferralItem,
]);
export type CaseItem = z.infer<typeof CaseItem>;

export const CasePage = z.strictObject({
  caseId: CaseId,
  codeName: z.string(),
  purpose: Purpose,
  /** Newest first; goals, steps and profile among them: the page arranges, it does not filter. */
  items: z.array(CaseItem),
  team: z.array(z.strictObject({ name: z.string(), title: z.string(), agency: z.string() })),
  /** Kinds that this reader may write, empty where they may only read. */
  writes: z.array(Category),
  /** Notices that travel with what was disclosed, by code. */
  obligations: z.array(z.enum(['42-CFR-2.32'])),
  /** The earliest end among what opened this page: expiry makes no event. Null: no end within a year. */
  accessEndsAt: z.iso.datetime().nullable(),
});
export type CasePage = z.infer<typeof CasePage>;

export const CaseSummary = z.strictObject({
  caseId: CaseId,
  codeName: z.string(),
  /** Null where the name is not shared with this reader. */
  name: z.string().nullable(),
  openedAt: z.iso.datetime(),
  /** On the case for their own agency; otherwise it is shared with them. */
  withMe: z.boolean(),
});
export const CaseList = z.strictObject({ cases: z.array(CaseSummary), more: z.boolean() });
export type CaseList = z.infer<typeof CaseList>;

/** One line of "who looked", for the young person. */
export const Look = z.strictObject({
  at: z.iso.datetime(),
  who: z.string(),
  agency: z.string().nullable(),
  what: z.array(Category),
  action: z.enum(['opened', 'previewed', 'shared', 'stopped', 'wrote']),
});
export const Looks = z.strictObject({ looks: z.array(Look) });
