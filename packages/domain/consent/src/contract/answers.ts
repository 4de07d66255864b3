import { CaseId, GrantId, ItemId, Purpose, StaffId } from '@accord/kernel';
import { z } from 'zod';
import { Category } from './categories.ts';
import { REASONS, STEPS } from './decision.ts';
import { CURES } from './explain.ts';
import { RULE_IDS } from './law/rules.ts';

/** Before this nothing was recorded anywhere, and a year that is half typed is no day. */
const FIRST_DAY = '2000-01-01';

/** "Could this person see this on that day?": one item of the agency's own, or anything of one kind. */
export const AnswerInput = z.strictObject({
  caseId: CaseId,
  staffId: StaffId,
  what: z.discriminatedUnion('is', [
    z.strictObject({ is: z.literal('kind'), kind: Category }),
    z.strictObject({ is: z.literal('item'), itemId: ItemId }),
  ]),
  purpose: z.enum(Purpose.options, 'Choose one use.'),
  /** A day of the network's, today or before. */
  day: z.iso.date('Choose a day.').refine((day) => day >= FIRST_DAY, 'Choose a day that was.'),
});
export type AnswerInput = z.infer<typeof AnswerInput>;

const instant = z.iso.datetime();
const BASIS_KINDS = [
  'consent',
  'own_custody',
  'self_access',
  'court_order',
  'team_statute',
  'mandate',
  'emergency',
] as const;
const basis = z.strictObject({ kind: z.enum(BASIS_KINDS), id: z.string() }).nullable();

/** One rule that was asked. */
export const AnswerLine = z.strictObject({
  step: z.enum(STEPS),
  basis,
  /** Null: the step itself. */
  rule: z.enum(RULE_IDS).nullable(),
  outcome: z.enum(['pass', 'deny', 'review']),
});
export type AnswerLine = z.infer<typeof AnswerLine>;

/** From one change on record to the next, in which the answer was the same. */
export const AnswerSpan = z.strictObject({
  from: instant,
  to: instant,
  /** Open only where the rule permits by the facts of then, and the database held a row that opened it. */
  open: z.boolean(),
  reason: z.enum(REASONS),
  /**
   * The rule permits by the facts of then, and no row of then opened it: what a change had closed opens by a new
   * signature alone. Or the other way round, which must never be.
   */
  differs: z.boolean(),
  /** The rules that were in force; null: none of the case's state. */
  policyVersion: z.string().nullable(),
  firstFailing: AnswerLine.nullable(),
  cures: z.array(z.enum(CURES)),
  consents: z.array(GrantId),
  trace: z.array(AnswerLine),
});
export type AnswerSpan = z.infer<typeof AnswerSpan>;

/** What the trace calls by an id, as an officer knows it. */
export const AnswerBasis = z.strictObject({
  id: z.string(),
  kind: z.enum(BASIS_KINDS),
  recipient: z.string(),
  purposes: z.array(Purpose),
  categories: z.array(Category),
  from: instant.nullable(),
  to: instant.nullable(),
});
export type AnswerBasis = z.infer<typeof AnswerBasis>;

export const Answer = z.strictObject({
  codeName: z.string(),
  owner: z.string(),
  person: z.strictObject({ name: z.string(), title: z.string(), agency: z.string() }),
  kinds: z.array(Category),
  purpose: Purpose,
  day: z.iso.date(),
  answeredAt: instant,
  /** In which the network counts its days, and so the parts of this one. */
  zone: z.string(),
  /** In order, without a gap; the last ends with the day, or now. */
  spans: z.array(AnswerSpan).min(1),
  bases: z.array(AnswerBasis),
  /** When they opened it that day, by the ledger. */
  opened: z.array(instant),
  /** Until then, changes of some facts were not kept: what stood on that day is taken for what stood before it. */
  keptSince: instant.nullable(),
});
export type Answer = z.infer<typeof Answer>;

/** What can be asked about in one case. People who have left are there too. */
export const AnswerChoices = z.strictObject({
  codeName: z.string(),
  people: z.array(
    z.strictObject({
      staffId: StaffId,
      name: z.string(),
      title: z.string(),
      agency: z.string(),
      hasLeft: z.boolean(),
      purposes: z.array(Purpose).min(1),
    }),
  ),
  /** The agency's own items, newest first: kinds and times, no text. */
  items: z.array(z.strictObject({ itemId: ItemId, categories: z.array(Category), at: instant })),
});
export type AnswerChoices = z.infer<typeof AnswerChoices>;

/** The cases that the reader answers for. */
export const OverseenCases = z.strictObject({
  cases: z.array(z.strictObject({ caseId: CaseId, codeName: z.string() })),
});
export type OverseenCases = z.infer<typeof OverseenCases>;
