import { BasisId, CaseId, StaffId } from '@accord/kernel';
import { z } from 'zod';
import { EMERGENCIES, REVIEWS } from './basis-forms.ts';
import { Category } from './categories.ts';
import { STANDINGS } from './clocks/index.ts';

/** The second person agrees, or does not; whoever asked takes it back by the same word. */
export const AnswerEmergencyInput = z.strictObject({ basisId: BasisId, agrees: z.boolean() });
export const ReviewEmergencyInput = z.strictObject({
  basisId: BasisId,
  outcome: z.enum(REVIEWS, 'Choose what you found.'),
});

const common = {
  basisId: BasisId,
  /** Null for whoever is not on the case and decides all the same: they are on call. */
  caseId: CaseId.nullable(),
  codeName: z.string().nullable(),
  recipient: z.strictObject({ name: z.string(), title: z.string().nullable(), agency: z.string() }),
  categories: z.array(Category),
  nature: z.enum(EMERGENCIES),
  minutes: z.int().min(1).max(60),
  /** Who opened it, or asks to. */
  by: z.string(),
  isOwn: z.boolean(),
  /** The reader is asked to decide: they are on the case or on call, and have no part in it. */
  mayDecide: z.boolean(),
};

/** It opens nothing yet, and lapses by itself. */
export const EmergencyAsk = z.strictObject({
  ...common,
  is: z.literal('ask'),
  askedAt: z.iso.datetime(),
  lapsesAt: z.iso.datetime(),
});

/** Opened, and nobody has looked at it yet: due a day after it opened. */
export const EmergencyToReview = z.strictObject({
  ...common,
  is: z.literal('review'),
  openedAt: z.iso.datetime(),
  /** When it closed, or will. */
  endsAt: z.iso.datetime(),
  isOpen: z.boolean(),
  secondedBy: z.string().nullable(),
  dueAt: z.iso.datetime(),
  standing: z.enum(STANDINGS),
  /** From this instant on, whoever opened it opens no other. */
  holdAt: z.iso.datetime(),
  isOnHold: z.boolean(),
});

export const Emergency = z.discriminatedUnion('is', [EmergencyAsk, EmergencyToReview]);
export type Emergency = z.infer<typeof Emergency>;
export const Emergencies = z.strictObject({ emergencies: z.array(Emergency) });

/** A workplace number, for the card by the door. */
const phone = z
  .string()
  .trim()
  .regex(/^[0-9+(][0-9 ()+.-]{4,23}$/, 'Write a phone number.');
/** A month at most: who is on call is looked at again. */
export const LONGEST_ON_CALL_DAYS = 31;

export const PutOnCallInput = z.strictObject({
  staffId: StaffId,
  phone,
  endsOn: z.iso.date('Choose a day.').refine((day) => day >= '1000', 'Choose a day.'),
});
export const TakeOffCallInput = z.strictObject({ staffId: StaffId });
export const WantTwoInput = z.strictObject({ needsTwo: z.boolean() });

/** What the card by the door says. It holds nothing of any case. */
export const AfterHours = z.strictObject({
  agency: z.string(),
  needsTwo: z.boolean(),
  onCall: z.array(
    z.strictObject({
      staffId: StaffId,
      name: z.string(),
      title: z.string(),
      phone: z.string(),
      /** The last day, in the network's time zone. */
      endsOn: z.iso.date(),
    }),
  ),
  /** The reader supervises a case of the agency, and so sets this. */
  maySet: z.boolean(),
});
export type AfterHours = z.infer<typeof AfterHours>;
