import { CaseId, StaffId } from '@accord/kernel';
import { z } from 'zod';

export const HandoverId = z.uuid().toLowerCase().brand('HandoverId');
export type HandoverId = z.infer<typeof HandoverId>;

const person = { staffId: StaffId, name: z.string(), title: z.string() };

/** The cases that the reader supervises, by who of their agency works on them. */
export const Caseloads = z.strictObject({
  /** False: the reader supervises nothing, and all lists are empty. */
  supervises: z.boolean(),
  people: z.array(
    z.strictObject({
      ...person,
      hasLeft: z.boolean(),
      cases: z.array(
        z.strictObject({
          caseId: CaseId,
          codeName: z.string(),
          /** The last day, where they only cover. */
          untilOn: z.iso.date().nullable(),
        }),
      ),
    }),
  ),
  /** Whom a case can be given to. */
  colleagues: z.array(z.strictObject(person)),
  /** Young people who want to talk about somebody new. */
  talks: z.array(
    z.strictObject({
      handoverId: HandoverId,
      caseId: CaseId,
      codeName: z.string(),
      comes: z.string(),
      on: z.iso.date(),
    }),
  ),
});
export type Caseloads = z.infer<typeof Caseloads>;

/** More is a reorganisation, and done in parts. */
const MOST_CASES = 200;

export const HandOverInput = z.strictObject({
  leaves: StaffId,
  comes: StaffId,
  caseIds: z
    .array(CaseId)
    .min(1, 'Choose at least one case.')
    .max(MOST_CASES, 'Choose fewer cases at a time.'),
  /** The last day of a cover; null: for good. */
  untilOn: z.iso.date('Choose a day.').nullable(),
});
export const HandoverInput = z.strictObject({ handoverId: HandoverId });

/** Somebody new works with the young person, and they have not said anything to it yet. */
export const MyHandovers = z.strictObject({
  handovers: z.array(
    z.strictObject({
      handoverId: HandoverId,
      leaves: z.string(),
      comes: z.string(),
      title: z.string(),
      agency: z.string(),
      untilOn: z.iso.date().nullable(),
      on: z.iso.date(),
    }),
  ),
});
export type MyHandover = z.infer<typeof MyHandovers>['handovers'][number];
export const HandoverAnswer = z.enum(['fine', 'talk']);
export const AnswerHandoverInput = HandoverInput.extend({ answer: HandoverAnswer });
