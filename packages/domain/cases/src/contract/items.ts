import { CaseId, ItemId } from '@accord/kernel';
import { Category, type CategoryCode } from '@accord/consent';
import type { System } from '@accord/identity';
import { z } from 'zod';

const words = (max: number, empty: string) =>
  z.string().trim().min(1, empty).max(max, `Keep it under ${max} characters.`);
const optionalWords = (max: number) =>
  z.string().trim().max(max, `Keep it under ${max} characters.`).optional();

/** What each kind of item holds, sealed. A sibling domain adds its kind here by its own schema. */
export const ProfileBody = z.strictObject({
  name: words(120, 'Write the name they use.'),
  bornOn: z.iso.date('Write the day as YYYY-MM-DD.').optional(),
  pronouns: optionalWords(40),
  language: optionalWords(60),
  safeContact: optionalWords(200),
});
export const GoalBody = z.strictObject({
  /** The young person's own words come first and are never overwritten by adult wording. */
  ownWords: words(500, 'Write the goal the way they said it.'),
  adultWords: optionalWords(500),
});
export const StepBody = z.strictObject({ text: words(300, 'Write the step.') });
export const NoteBody = z.strictObject({
  facts: words(4000, 'Write what happened.'),
  view: optionalWords(4000),
  ownWords: optionalWords(4000),
});
export const ReferralBody = z.strictObject({
  service: z.string(),
  organization: z.string(),
  reason: z.string(),
});

export const ITEM_KINDS = {
  profile: ProfileBody,
  goal: GoalBody,
  step: StepBody,
  note: NoteBody,
  referral: ReferralBody,
};
export type ItemKind = keyof typeof ITEM_KINDS;
export const ItemKind = z.enum(Object.keys(ITEM_KINDS) as [ItemKind, ...ItemKind[]]);

/** The kinds of data that a note of each system can carry; the first is its default. */
export const NOTE_CATEGORIES = {
  'child-welfare': ['cw-record', 'case-plan', 'appointments'],
  'law-enforcement': ['le-investigative', 'appointments'],
  'juvenile-justice': ['jj-record', 'appointments'],
  'runaway-homeless-youth': ['rhy-record', 'appointments'],
  'refugee-immigrant': ['immigration', 'appointments'],
  education: ['edu-record', 'appointments'],
  'mental-health': ['mh-record', 'appointments'],
  medical: ['health-general', 'appointments'],
  community: ['service-linkage', 'appointments'],
} as const satisfies Record<System, readonly [CategoryCode, ...CategoryCode[]]>;

export const Created = z.strictObject({ caseId: CaseId });

export const OpenInput = z.strictObject({ caseId: CaseId });
export const AddGoalInput = GoalBody.extend({ caseId: CaseId });
export const AddStepInput = StepBody.extend({ caseId: CaseId, goalId: ItemId });
export const SetStepInput = z.strictObject({
  caseId: CaseId,
  stepId: ItemId,
  done: z.boolean(),
  /** The revision that the writer was looking at; another one answers CONFLICT. */
  revision: z.int32().positive(),
});
export const AddNoteInput = NoteBody.extend({ caseId: CaseId, category: Category });
export const Added = z.strictObject({ itemId: ItemId });
