import { CaseId, ItemId } from '@accord/kernel';
import { z } from 'zod';
import { Doer } from './page.ts';

/** So far ahead, in days, an appointment is on the page of today. */
export const COMING_DAYS = 7;

const OfCase = { caseId: CaseId, codeName: z.string() };

/** An open step. Its words are there only where this reader's keys open them. */
export const StepInHand = z.strictObject({
  ...OfCase,
  stepId: ItemId,
  text: z.string(),
  dueOn: z.iso.date().nullable(),
  isOverdue: z.boolean(),
  doer: Doer,
  revision: z.int(),
});
export type StepInHand = z.infer<typeof StepInHand>;

export const Coming = z.strictObject({
  ...OfCase,
  itemId: ItemId,
  what: z.string(),
  place: z.string().nullable(),
  startsAt: z.iso.datetime(),
});
export type Coming = z.infer<typeof Coming>;

/** What others wrote or changed on a page since this reader last looked at it. */
export const CaseChanged = z.strictObject({
  ...OfCase,
  changes: z.int().positive(),
  lastAt: z.iso.datetime(),
  /** Null: they have not looked at it yet. */
  lookedAt: z.iso.datetime().nullable(),
});
export type CaseChanged = z.infer<typeof CaseChanged>;

/** What needs one worker, over all their cases. */
export const Today = z.strictObject({
  /** Theirs to do: overdue and soonest first, those without a day last. */
  due: z.array(StepInHand),
  /** Appointments from now until a week from now, soonest first. */
  coming: z.array(Coming),
  /** Steps of their own agency that somebody else does. */
  waiting: z.array(StepInHand),
  /** Newest first. */
  changed: z.array(CaseChanged),
  /** There are more cases, steps or appointments than this page looks at. */
  more: z.boolean(),
});
export type Today = z.infer<typeof Today>;
