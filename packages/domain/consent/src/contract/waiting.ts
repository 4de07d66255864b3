import { BasisId, CaseId, GrantId } from '@accord/kernel';
import { z } from 'zod';
import { Relation } from './authority.ts';
import { EMERGENCIES } from './basis-forms.ts';

/** Emergencies stay in the inbox for so many hours, so that somebody who did not open them looks at them. */
export const EMERGENCY_HOURS = 72;

const about = {
  caseId: CaseId,
  codeName: z.string(),
  /** For whom it is: a person, or an agency. */
  name: z.string(),
  title: z.string().nullable(),
  agency: z.string(),
};

/** What a law opened, and what somebody still has to do about it. Codes and dates. */
export const WaitingByLaw = z.discriminatedUnion('is', [
  z.strictObject({
    ...about,
    is: z.literal('emergency'),
    basisId: BasisId,
    nature: z.enum(EMERGENCIES),
    startedAt: z.iso.datetime(),
    endsAt: z.iso.datetime(),
    isOpen: z.boolean(),
    recordedBy: z.string(),
  }),
  z.strictObject({
    ...about,
    is: z.literal('order'),
    basisId: BasisId,
    number: z.string(),
    endsOn: z.iso.date(),
    /** Somebody has told the young person. */
    isTold: z.boolean(),
    /** It ends within the days in which permissions that end are listed too. */
    isEnding: z.boolean(),
  }),
]);
export type WaitingByLaw = z.infer<typeof WaitingByLaw>;

const conflict = { ...about, grantId: GrantId, on: z.iso.date(), who: Relation };

/** A signature on a permission that is not over, and does not hold it up. Relations alone: nobody's name. */
export const Conflict = z.discriminatedUnion('is', [
  /** Signed by somebody who is to sign nothing. */
  z.strictObject({ ...conflict, is: z.literal('barred') }),
  /** Signed by somebody whose authority is over: a custody that changed, an order that was lifted. */
  z.strictObject({ ...conflict, is: z.literal('authority-over') }),
  /** One adult stands by it, and another with authority for the same areas has taken theirs back. */
  z.strictObject({ ...conflict, is: z.literal('disagree'), other: Relation }),
]);
export type Conflict = z.infer<typeof Conflict>;
