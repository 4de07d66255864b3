import { System } from '@accord/identity';
import { BasisId, CaseId, Purpose } from '@accord/kernel';
import { z } from 'zod';
import { DUTIES, type DutyRule, LAW_BASIS_KINDS } from './bases.ts';
import { Category, MOST_KINDS } from './categories.ts';
import { Recipient } from './permission.ts';

export const DutyRuleCode = z.enum(Object.keys(DUTIES) as [DutyRule, ...DutyRule[]], 'Choose the duty.');

/** A number or a citation, never a sentence: it stands in the clear, so it may name nobody. */
export const lawNumber = (missing: string) =>
  z
    .string()
    .trim()
    .min(2, missing)
    .max(40, 'Keep it under 40 characters.')
    .regex(/^[A-Za-z0-9][A-Za-z0-9 .:/()§-]*$/, 'Write the number only, without names.')
    .regex(/\d/, 'Write the number only, without names.');

const day = (missing: string) => z.iso.date(missing).refine((each) => each >= '1000', missing);

/** What an emergency is, as a code: 34 CFR 99.32(a)(5) and 42 CFR 2.51(c) ask for its nature. */
export const EMERGENCIES = ['hurt-or-ill', 'in-danger', 'missing'] as const;

export const ToldHow = z.enum(['in-person', 'by-phone']);
/** How a person told the young person, or why not yet. It is on their own page from the start. */
export const TOLD = ['in-person', 'by-phone', 'safe-moment', 'not-reached'] as const;

const common = {
  caseId: CaseId,
  recipient: Recipient,
  /** What the paper names to be seen. */
  categories: z.array(Category).max(MOST_KINDS).min(1, 'Choose at least one kind of information.'),
  purposes: z.array(Purpose).min(1, 'Choose at least one use.').max(5),
  told: z.enum(TOLD, 'Say if they have been told.'),
};

/** One young person, for what has happened, for an hour at most. Where the agency wants two, a second person agrees. */
export const EmergencyForm = z.strictObject({
  ...common,
  kind: z.literal('emergency'),
  nature: z.enum(EMERGENCIES, 'Choose what has happened.'),
  minutes: z.union([z.literal(15), z.literal(30), z.literal(60)], 'Choose how long.'),
});
export type EmergencyForm = z.infer<typeof EmergencyForm>;

export const RecordBasisInput = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({
      ...common,
      kind: z.literal('court_order'),
      number: lawNumber('Write the number of the order.'),
      subpoena: lawNumber('Write the number of the subpoena.').optional(),
      issuedOn: day('Choose the day on the order.'),
      endsOn: day('Choose a day.'),
    }),
    z.strictObject({
      ...common,
      kind: z.literal('team_statute'),
      number: lawNumber('Write the section of the law.'),
      /** `know`: they learn that something of these kinds is there, and read none of it. */
      sight: z.enum(['see', 'know'], 'Choose what the law opens.'),
      endsOn: day('Choose a day.'),
    }),
    z.strictObject({
      ...common,
      kind: z.literal('mandate'),
      duty: DutyRuleCode,
      number: lawNumber('Write the number of the report.'),
      issuedOn: day('Choose the day of the report.'),
      endsOn: day('Choose a day.'),
    }),
    EmergencyForm,
  ],
  'Choose what you record.',
);
export type RecordBasisInput = z.infer<typeof RecordBasisInput>;

/** What a look at an emergency can find: it was needed, or it was not. */
export const REVIEWS = ['right', 'not-right'] as const;

export const END_REASONS = ['lifted', 'done', 'mistake'] as const;
export const EndBasisInput = z.strictObject({
  caseId: CaseId,
  basisId: BasisId,
  reason: z.enum(END_REASONS, 'Choose why it ends.'),
});
export const TellBasisInput = z.strictObject({ caseId: CaseId, basisId: BasisId, how: ToldHow });

/** One basis beside consent, as its owner's workers and the young person read it. A recipient reads none of it. */
export const LawBasisEntry = z.strictObject({
  basisId: BasisId,
  kind: z.enum(LAW_BASIS_KINDS),
  state: z.enum(['active', 'ended', 'over']),
  /** Whose items it opens. */
  owner: z.string(),
  recipient: z.strictObject({
    name: z.string(),
    title: z.string().nullable(),
    agency: z.string(),
    system: System,
  }),
  categories: z.array(Category),
  /** What they learn of and do not read. */
  knowOf: z.array(Category),
  purposes: z.array(Purpose),
  duty: DutyRuleCode.nullable(),
  /** The number of the order, the section of the law, the number of the report, or the nature of the emergency. */
  evidence: z.string(),
  subpoena: z.string().nullable(),
  issuedOn: z.iso.date().nullable(),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  /** The last day on which it holds, in the network's time zone. */
  endsOn: z.iso.date(),
  recordedBy: z.string(),
  /** Who agreed to an emergency before it opened, where the agency wants two. */
  secondedBy: z.string().nullable(),
  /** What somebody else found who looked at an emergency afterwards; null until then. */
  review: z.strictObject({ outcome: z.enum(REVIEWS), by: z.string(), at: z.iso.datetime() }).nullable(),
  /** Null until somebody has told the young person. */
  told: z.strictObject({ how: ToldHow, at: z.iso.datetime() }).nullable(),
  notTold: z.enum(['safe-moment', 'not-reached']).nullable(),
  ended: z.strictObject({ at: z.iso.datetime(), by: z.string(), reason: z.enum(END_REASONS) }).nullable(),
});
export type LawBasisEntry = z.infer<typeof LawBasisEntry>;

export const LawBases = z.strictObject({
  bases: z.array(LawBasisEntry),
  /** The reader may record one. */
  mayRecord: z.boolean(),
  /** They may end one. */
  mayEnd: z.boolean(),
  /** Two people open an emergency here; theirs are on hold until an earlier one was looked at. */
  emergency: z.strictObject({ needsTwo: z.boolean(), onHold: z.boolean() }),
});
export type LawBases = z.infer<typeof LawBases>;

/** What the young person reads of theirs: all of it, whoever it is for. */
export const MyBases = LawBases.pick({ bases: true }).extend({
  /** Papers that asked for theirs and opened nothing by themselves: so that they can show them to a lawyer. */
  papers: z.array(
    z.strictObject({
      number: z.string(),
      /** Whom it came to. */
      owner: z.string(),
      receivedAt: z.iso.datetime(),
      /** `ordered`: a court made an order of it, which is among the bases. */
      state: z.enum(['open', 'closed', 'ordered']),
    }),
  ),
  /** Packages that were handed out by an order, or that the public asked for, once they may be told of. */
  packages: z.array(
    z.strictObject({
      number: z.string(),
      /** Who handed it out. */
      owner: z.string(),
      /** Null: somebody of the public, who was given nothing of theirs. */
      recipient: z.string().nullable(),
      at: z.iso.datetime(),
      categories: z.array(Category),
      items: z.int(),
    }),
  ),
});
export type MyBases = z.infer<typeof MyBases>;

export const RecordedBasis = z.strictObject({ basisId: BasisId });
