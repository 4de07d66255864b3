import { CaseId, GrantId } from '@accord/kernel';
import { z } from 'zod';
import { LAW_BASIS_KINDS } from './bases.ts';
import { Category } from './categories.ts';
import { CameBy, Stopped } from './permission.ts';

/** A stop that was said, sent or handed in: how it came and what it ends. No reason is asked, and no text is taken. */
export const RecordStopInput = z.strictObject({
  caseId: CaseId,
  cameBy: CameBy,
  what: z.discriminatedUnion(
    'is',
    [
      /** Whatever the recorder's agency shares with anybody. */
      z.strictObject({ is: z.literal('everything') }),
      /** Whatever it shares with the recipient of this permission. */
      z.strictObject({ is: z.literal('recipient'), grantId: GrantId }),
      z.strictObject({ is: z.literal('permission'), grantId: GrantId }),
    ],
    'Choose what stops.',
  ),
});
export type RecordStopInput = z.infer<typeof RecordStopInput>;

const to = { name: z.string(), agency: z.string(), categories: z.array(Category) };

/** What a recorded stop did, and what it could not do: to be read out to the young person. */
export const RecordedStop = z.strictObject({
  cameBy: CameBy,
  /** The permissions that ended now, with what was left of each. Empty where nothing was shared. */
  stopped: z.array(z.strictObject(to)),
  /** Other permissions of the same agency, to the same recipients, that go on. */
  goesOn: z.array(z.strictObject(to)),
  /** What a law or a court keeps open: to the same agencies, or to anybody where everything was stopped. */
  byLaw: z.array(
    z.strictObject({ ...to, kind: z.enum(LAW_BASIS_KINDS), endsAt: z.iso.datetime(), endsOn: z.iso.date() }),
  ),
  /** What each of them has read of what was stopped, and when. Nothing calls it back. */
  out: z.array(z.strictObject({ name: to.name, agency: to.agency, read: Stopped.shape.out })),
});
export type RecordedStop = z.infer<typeof RecordedStop>;
