import { CaseId, ItemId, StaffId } from '@accord/kernel';
import { Category, type CategoryCode } from '@accord/consent';
import type { System } from '@accord/identity';
import { z } from 'zod';
import { CardBody, ToldOnceBody } from './care.ts';
import { PartEntry, Rating, ServiceFamily } from './plan.ts';

const words = (max: number, empty: string) =>
  z.string().trim().min(1, empty).max(max, `Keep it under ${max} characters.`);
/** The revision that the writer was looking at; another one answers CONFLICT. */
const revision = z.int32().positive();
const optionalWords = (max: number) =>
  z.string().trim().max(max, `Keep it under ${max} characters.`).optional();

/** A day of the network's. Years before 2000 and after 2199 are typing slips. */
const day = z.iso.date('Choose a day.').refine((on) => on >= '2000' && on < '2200', 'Check the year.');

/** What a worker writes about a young person. */
export const ProfileInput = z.strictObject({
  name: words(120, 'Write the name they use.'),
  bornOn: z.iso
    .date('Write the day as YYYY-MM-DD.')
    .refine((day) => day >= '1900' && day < '2200', 'Choose the day on which they were born.')
    .optional(),
  pronouns: optionalWords(40),
  language: optionalWords(60),
  safeContact: optionalWords(200),
});
/** What each kind of item holds, sealed. A sibling domain adds its kind here by its own schema. */
export const ProfileBody = ProfileInput.extend({
  /** The last day on which they said that this way to reach them is safe. */
  safeContactConfirmedOn: z.iso.date().optional(),
});
/** How long a safe way to reach them counts as confirmed (experience.md C1). */
export const CONTACT_HOLDS_DAYS = 14;
export const GoalBody = z.strictObject({
  /** The young person's own words come first and are never overwritten by adult wording. */
  ownWords: words(500, 'Write the goal the way they said it.'),
  adultWords: optionalWords(500),
  /** The kind of help that it asks for: what the seven families are counted by. */
  family: ServiceFamily.optional(),
});
/** One part of a plan beside its goals: an entry of the catalogue, in the young person's words. */
export const PartBody = z.strictObject({
  ownWords: words(500, 'Write it the way they said it.'),
  adultWords: optionalWords(500),
  entry: PartEntry,
});
export const NeedBody = PartBody.extend({ rating: Rating });
export const StepBody = z.strictObject({ text: words(300, 'Write the step.') });
/** Day, time and place. What it is about stays out: the kind says so to whoever gives the permission. */
export const AppointmentBody = z.strictObject({
  what: words(120, 'Write what to call it.'),
  place: optionalWords(200),
  startsAt: z.iso
    .datetime('Choose a day and a time.')
    .refine((at) => at >= '2000' && at < '2200', 'Check the year.'),
});
/** A team meeting: day, time and place. Who is invited and how it stands is kept beside it. */
export const MeetingBody = AppointmentBody.extend({ what: words(120, 'Write what to call the meeting.') });
/** What was agreed in a meeting. Who reads it follows from its kind of data, as for everything else. */
export const DecisionBody = z.strictObject({ text: words(1000, 'Write what was decided.') });
export const NoteBody = z.strictObject({
  facts: words(4000, 'Write what happened.'),
  view: optionalWords(4000),
  ownWords: optionalWords(4000),
});
/** The young person's own side of what is written about them, in their words. */
export const StatementBody = z.strictObject({ text: words(2000, 'Write your side of it.') });
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
  appointment: AppointmentBody,
  statement: StatementBody,
  strength: PartBody,
  need: NeedBody,
  fear: PartBody,
  obligation: PartBody,
  meeting: MeetingBody,
  decision: DecisionBody,
  card: CardBody,
  'told-once': ToldOnceBody,
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
  community: ['case-plan', 'meetings', 'appointments'],
} as const satisfies Record<System, readonly [CategoryCode, ...CategoryCode[]]>;

export const Created = z.strictObject({ caseId: CaseId });

/** Words of a name, the beginning of a code name, or a day of birth. */
export const SearchCasesInput = z.strictObject({ text: words(120, 'Write what to look for.') });
export const OpenInput = z.strictObject({ caseId: CaseId });
/** `needId`: the need that it is a goal toward. */
export const AddGoalInput = GoalBody.extend({ caseId: CaseId, needId: ItemId.optional() });

/** Who is to do a step: a person who can see it, the young person, or nobody yet. */
export const DoerInput = z
  .union([z.literal('young-person'), StaffId], 'Choose somebody from the list.')
  .nullable();
export const AddStepInput = StepBody.extend({
  caseId: CaseId,
  goalId: ItemId,
  doer: DoerInput.optional(),
  dueOn: day.optional(),
});
export const SetStepInput = z.strictObject({
  caseId: CaseId,
  stepId: ItemId,
  done: z.boolean(),
  revision,
});
export const PlanStepInput = z.strictObject({
  caseId: CaseId,
  stepId: ItemId,
  doer: DoerInput,
  dueOn: day.nullable(),
  revision,
});
export const EditProfileInput = ProfileInput.extend({ caseId: CaseId, revision });
/** `undo` puts back the day that stood there before this was confirmed. */
export const ConfirmContactInput = z.strictObject({
  caseId: CaseId,
  revision,
  undo: z.boolean().default(false),
});
export const AddAppointmentInput = AppointmentBody.extend({ caseId: CaseId });
export const Revised = z.strictObject({ revision: z.int() });

/** Whom a step of the caller's own agency can be given to. */
export const Doers = z.strictObject({
  doers: z.array(
    z.strictObject({ staffId: StaffId, name: z.string(), title: z.string(), agency: z.string() }),
  ),
});
export type Doers = z.infer<typeof Doers>;
export const AddNoteInput = NoteBody.extend({ caseId: CaseId, category: Category });
/** A correction is a new version: what stood there before can still be read. */
export const CorrectNoteInput = NoteBody.extend({ caseId: CaseId, itemId: ItemId, revision });
/** What it answers, and what they say to it. */
export const AddMySideInput = StatementBody.extend({ itemId: ItemId });
export const VersionsInput = z.strictObject({ caseId: CaseId, itemId: ItemId });
export const Added = z.strictObject({ itemId: ItemId });
