import { BasisId, CaseId } from '@accord/kernel';
import { z } from 'zod';
import { LawBasisEntry, lawNumber } from './basis-forms.ts';
import { CLOCKS, type ClockId, STANDINGS } from './clocks/index.ts';

export const DutyEntryId = z.uuid().toLowerCase().brand('DutyEntryId');
export type DutyEntryId = z.infer<typeof DutyEntryId>;

/**
 * What can happen that a duty begins with, and the clocks that it starts: each is closed by itself, with a number of its
 * own. Who told the police has not told the center for missing children (M-3).
 */
export const DUTY_EVENTS = {
  missing: ['missing-police', 'missing-ncmec'],
  returned: ['screen-on-return'],
  'harmed-by-others': ['trafficking-police'],
  abuse: ['abuse-report', 'abuse-report-written'],
  'abuse-on-federal-land': ['federal-report'],
  'foreign-minor': ['foreign-minor'],
  'shelter-entry': ['parent-contact'],
  'records-request': ['hipaa-access'],
  'accounting-request': ['hipaa-accounting'],
  'recipients-request': ['part2-list'],
} as const satisfies Record<string, readonly ClockId[]>;
export type DutyEvent = keyof typeof DUTY_EVENTS;
const DutyEvent = z.enum(Object.keys(DUTY_EVENTS) as [DutyEvent, ...DutyEvent[]], 'Choose what happened.');

const Clock = z.enum(Object.keys(CLOCKS) as [ClockId, ...ClockId[]]);
const instant = (missing: string) => z.iso.datetime({ offset: true, error: missing });

export const RecordDutyInput = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({
      caseId: CaseId,
      kind: z.literal('subpoena'),
      number: lawNumber('Write the number of the subpoena.'),
      receivedAt: instant('Choose when it came.'),
      /** The day on the paper; it is over when that day is, in the network's time zone. */
      answerBy: z.iso
        .date('Choose the day on the paper.')
        .refine((day) => day >= '1000', 'Choose the day on the paper.'),
    }),
    z.strictObject({
      caseId: CaseId,
      kind: z.literal('duty'),
      event: DutyEvent,
      /** When anybody of the agency had it, not when it was written down. */
      receivedAt: instant('Choose when your agency learned of it.'),
    }),
  ],
  'Choose what you write down.',
);
export type RecordDutyInput = z.infer<typeof RecordDutyInput>;

/** How a subpoena ends without anything having opened by it. */
export const SUBPOENA_OUTCOMES = ['objected', 'taken-back', 'permitted', 'ordered', 'mistake'] as const;
export const LATE_BECAUSE = ['learned-late', 'not-reached', 'no-system', 'overlooked'] as const;
const late = z.enum(LATE_BECAUSE, 'Say why it was late.').optional();

export const CloseDutyInput = z.discriminatedUnion(
  'outcome',
  [
    z.strictObject({
      caseId: CaseId,
      entryId: DutyEntryId,
      outcome: z.literal('done'),
      confirmation: lawNumber('Write the number that they gave you.'),
      doneAt: instant('Choose when it was done.'),
      lateBecause: late,
    }),
    z.strictObject({
      caseId: CaseId,
      entryId: DutyEntryId,
      outcome: z.enum(['objected', 'taken-back', 'permitted', 'mistake']),
      lateBecause: late,
    }),
    z.strictObject({
      caseId: CaseId,
      entryId: DutyEntryId,
      outcome: z.literal('ordered'),
      basisId: BasisId,
      lateBecause: late,
    }),
  ],
  'Choose how it ended.',
);
export type CloseDutyInput = z.infer<typeof CloseDutyInput>;

/** One line of the register, as the agency's own workers on the case read it. It opens nothing. */
export const DutyEntry = z.strictObject({
  entryId: DutyEntryId,
  caseId: CaseId,
  codeName: z.string(),
  kind: z.enum(['subpoena', 'duty']),
  clock: Clock.nullable(),
  number: z.string().nullable(),
  receivedAt: z.iso.datetime(),
  dueAt: z.iso.datetime(),
  /** The last day, in the network's time zone, of what is counted in days; null for what is counted in hours. */
  dueOn: z.iso.date().nullable(),
  standing: z.enum(STANDINGS),
  recordedBy: z.string(),
  closed: z
    .strictObject({
      outcome: z.enum(['done', ...SUBPOENA_OUTCOMES]),
      confirmation: z.string().nullable(),
      at: z.iso.datetime(),
      by: z.string(),
      lateBecause: z.enum(LATE_BECAUSE).nullable(),
    })
    .nullable(),
});
export type DutyEntry = z.infer<typeof DutyEntry>;

/** Papers and duties of one case, beside the orders and reports that opened something by law. */
export const Register = z.strictObject({
  entries: z.array(DutyEntry),
  opened: z.array(LawBasisEntry),
  mayRecord: z.boolean(),
});
export type Register = z.infer<typeof Register>;

/** What is open and due within this many days is in the inbox. */
export const DUE_DAYS = 14;

/** What is not closed yet and due soon enough, over all the reader's cases, the soonest first. */
export const DutiesDue = z.strictObject({ entries: z.array(DutyEntry) });
