import { Category, type CategoryCode, lawNumber } from '@accord/consent';
import { CaseId } from '@accord/kernel';
import { z } from 'zod';

export const HoldId = z.uuid().toLowerCase().brand('HoldId');
export type HoldId = z.infer<typeof HoldId>;
export const ErasureId = z.uuid().toLowerCase().brand('ErasureId');
export type ErasureId = z.infer<typeof ErasureId>;

/** Where a time to keep can come from. What an agency adopts is never shorter than `least`, in years. */
interface Source {
  /** Of the law that names the least; null where the agency's own paper or the state's section is all there is. */
  cite: string | null;
  least: number;
  /** Null: any kind. */
  kinds: readonly CategoryCode[] | null;
}

const HOSPITAL: readonly CategoryCode[] = [
  'health-general',
  'health-sexual-repro',
  'health-hiv',
  'health-genetic',
  'mh-record',
];

/**
 * The list that an agency chooses from. It adopts a time with a number of its own (a schedule, a section): nothing
 * here is adopted by itself, and a kind without a line is kept. No lawyer has reviewed it.
 */
export const RETENTION_SOURCES = {
  'own-schedule': { cite: null, least: 1, kinds: null },
  'state-law': { cite: null, least: 1, kinds: null },
  'federal-grant': { cite: '2 CFR 200.334', least: 3, kinds: null },
  'hospital-record': { cite: '42 CFR 482.24(b)(1)', least: 5, kinds: HOSPITAL },
} as const satisfies Record<string, Source>;
export type RetentionSource = keyof typeof RETENTION_SOURCES;
const RetentionSource = z.enum(
  Object.keys(RETENTION_SOURCES) as [RetentionSource, ...RetentionSource[]],
  'Choose where the time comes from.',
);

/** What the years are counted from: the agency's last entry in the case, and no sooner than a birthday. */
export const COUNTED_FROM = ['last-entry', 'age-18', 'age-21'] as const;
const CountedFrom = z.enum(COUNTED_FROM, 'Choose what the years count from.');

/** Why the years of a line are not enough for its source; undefined where they are. */
export function tooShortFor(source: RetentionSource, kind: CategoryCode, years: number): string | undefined {
  const { least, kinds }: Source = RETENTION_SOURCES[source];
  if (kinds && !kinds.includes(kind)) return 'This source is not about this kind.';
  return years < least ? `This source asks for ${least} years or more.` : undefined;
}

export const SetRetentionInput = z
  .strictObject({
    kind: z.enum(Category.options, 'Choose a kind.'),
    source: RetentionSource,
    number: lawNumber('Write the section, or the number of the schedule.'),
    years: z
      .int('Write a number of years.')
      .min(1, 'One year or more.')
      .max(100, 'A hundred years or fewer.'),
    countedFrom: CountedFrom,
  })
  .superRefine(({ source, kind, years }, ctx) => {
    const message = tooShortFor(source, kind, years);
    if (message) ctx.addIssue({ code: 'custom', path: ['years'], message });
  });
export type SetRetentionInput = z.infer<typeof SetRetentionInput>;

/** The kind is kept from now on, whatever was said of it. */
export const KeepKindInput = z.strictObject({ kind: Category });

/** One line of the schedule. */
const Rule = z.strictObject({
  source: RetentionSource,
  number: z.string(),
  years: z.int(),
  countedFrom: CountedFrom,
});

/** How long the reader's own agency keeps what. What is not in `rules` is kept. */
export const Schedule = z.strictObject({
  agency: z.string(),
  rules: z.array(z.strictObject({ kind: Category, rule: Rule, setBy: z.string(), setAt: z.iso.datetime() })),
  maySet: z.boolean(),
});
export type Schedule = z.infer<typeof Schedule>;

export const HOLD_REASONS = ['court-case', 'records-request', 'review'] as const;
const HoldReason = z.enum(HOLD_REASONS, 'Choose why.');

export const PlaceHoldInput = z.strictObject({ caseId: CaseId, reason: HoldReason });
export const LiftHoldInput = z.strictObject({ caseId: CaseId, holdId: HoldId });

/** A hold of any agency on the case. Whoever is on the case may know that it stands, why, and who placed it. */
export const Hold = z.strictObject({
  holdId: HoldId,
  reason: HoldReason,
  agency: z.string(),
  placedBy: z.string(),
  placedAt: z.iso.datetime(),
  lifted: z.strictObject({ by: z.string(), at: z.iso.datetime() }).nullable(),
  /** `other`: somebody else of the reader's agency has to. `not-ours`: it is another agency's. */
  lifting: z.enum(['may', 'other', 'not-ours', 'over']),
});
export type Hold = z.infer<typeof Hold>;

/** Asked for by one person of the agency; done, or not, by another. */
const Erasure = z.strictObject({
  erasureId: ErasureId,
  askedBy: z.string(),
  askedAt: z.iso.datetime(),
  isMine: z.boolean(),
  answer: z
    .strictObject({
      outcome: z.enum(['erased', 'kept', 'taken-back']),
      by: z.string(),
      at: z.iso.datetime(),
      items: z.int().nullable(),
    })
    .nullable(),
});
export type Erasure = z.infer<typeof Erasure>;

/** One kind that the reader's agency holds of a case, and until when. `rule` null: nobody gave it a time. */
const KeptKind = z.strictObject({
  kind: Category,
  rule: Rule.nullable(),
  /** Null: it is kept, for want of a rule or of a day of birth. */
  until: z.iso.datetime().nullable(),
});

/** What the reader's agency keeps of one case: until when, why, and what was decided. */
export const Keeping = z.strictObject({
  caseId: CaseId,
  codeName: z.string(),
  agency: z.string(),
  kinds: z.array(KeptKind),
  /** The last of the signed papers, orders and reports, which are kept for six years after their end; null: none. */
  papers: z.union([z.literal('standing'), z.strictObject({ until: z.iso.datetime() })]).nullable(),
  /** A paper or a duty of the register waits for an answer. */
  isAskedFor: z.boolean(),
  /** When all of it may go; null: some of it is kept. */
  dueAt: z.iso.datetime().nullable(),
  isDue: z.boolean(),
  holds: z.array(Hold),
  erasures: z.array(Erasure),
  /** The reader answers for the case, and may be the second person. */
  mayErase: z.boolean(),
});
export type Keeping = z.infer<typeof Keeping>;

/** What is due, or asked for already, over the reader's own cases; the first that was due first. */
export const DueCases = z.strictObject({
  cases: z.array(
    z.strictObject({
      caseId: CaseId,
      codeName: z.string(),
      dueAt: z.iso.datetime().nullable(),
      isHeld: z.boolean(),
      isAsked: z.boolean(),
    }),
  ),
});
export type DueCases = z.infer<typeof DueCases>;

export const KeepingInput = z.strictObject({ caseId: CaseId });
export const AnswerErasureInput = z.strictObject({
  caseId: CaseId,
  erasureId: ErasureId,
  erase: z.boolean(),
});
