import { BasisId, CaseId, GrantId } from '@accord/kernel';
import { z } from 'zod';
import { Relation } from './authority.ts';

const about = {
  caseId: CaseId,
  codeName: z.string(),
  /** For whom it is: a person, or an agency. */
  name: z.string(),
  title: z.string().nullable(),
  agency: z.string(),
};

/** An order of a court that ends before long, or of which nobody has told the young person. */
export const WaitingOrder = z.strictObject({
  ...about,
  basisId: BasisId,
  number: z.string(),
  endsOn: z.iso.date(),
  /** Somebody has told the young person. */
  isTold: z.boolean(),
});
export type WaitingOrder = z.infer<typeof WaitingOrder>;

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
