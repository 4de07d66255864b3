import { AgencyId, Purpose, StaffId } from '@accord/kernel';
import { z } from 'zod';
import { lawNumber } from '../basis-forms.ts';
import { Category } from '../categories.ts';

export const AgreementId = z.uuid().toLowerCase().brand('AgreementId');
export type AgreementId = z.infer<typeof AgreementId>;

/** A memorandum between agencies, a Part 2 service agreement, a HIPAA associate's, or one on data alone. */
export const AGREEMENT_SORTS = ['mou', 'qsoa', 'baa', 'data-sharing'] as const;
export type AgreementSort = (typeof AGREEMENT_SORTS)[number];
const AgreementSort = z.enum(AGREEMENT_SORTS, 'Choose what it is.');

/** How long before it ends an agreement asks for somebody. */
export const AGREEMENT_ENDS_SOON_DAYS = 60;

/** What an agreement can be for: nobody signs that a young person may look at their own. */
export const AGREED_PURPOSES = Purpose.options.filter((purpose) => purpose !== 'self-access');

/** The names of agencies and of whoever signs for one: workplace words, and none of a case. */
const name = (missing: string, most: number) =>
  z
    .string()
    .trim()
    .min(1, missing)
    .max(most, `Keep it under ${most} characters.`)
    .regex(/^\P{Cc}*$/u, 'Write it on one line.');
const day = (missing: string) => z.iso.date(missing).refine((each) => each >= '1900', missing);
const kinds = z.array(Category).max(Category.options.length);

/** The paper as it was signed. It is never edited: what changes is a new one, which takes the place of this. */
const agreement = {
  sort: AgreementSort,
  /** Who else signed it. */
  parties: name('Write who else signed it.', 200),
  number: lawNumber('Write the number of the document, or of the paper.'),
  /** SHA-256 of the file, in hex; null: it is on paper. */
  digest: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[0-9a-f]{64}$/, 'Write all 64 characters, or leave it empty.')
    .nullable(),
  signedBy: name('Write who signed it for your agency.', 80),
  signedOn: day('Choose the day on which it was signed.'),
  startsOn: day('Choose its first day.'),
  /** Its last day; null: none is named. */
  endsOn: day('Choose its last day.').nullable(),
  gives: kinds,
  receives: kinds,
  purposes: z.array(Purpose).min(1, 'Choose what it is for.').max(Purpose.options.length),
};

export const RecordAgreementInput = z
  .strictObject({ ...agreement, replaces: AgreementId.nullable() })
  .superRefine(({ gives, receives, signedOn, startsOn, endsOn }, ctx) => {
    const say = (path: string, message: string) => ctx.addIssue({ code: 'custom', path: [path], message });
    if (gives.length + receives.length === 0) say('gives', 'Choose a kind that it lets you give or receive.');
    if (endsOn !== null && endsOn < startsOn) say('endsOn', 'Choose a day after its first day.');
    if (endsOn !== null && endsOn < signedOn) say('endsOn', 'Choose a day after it was signed.');
  });
export type RecordAgreementInput = z.infer<typeof RecordAgreementInput>;

export const EndAgreementInput = z.strictObject({ agreementId: AgreementId });

export const Agreement = z.strictObject({
  agreementId: AgreementId,
  ...agreement,
  number: z.string(),
  /** `to-come`: not yet its first day. `over`: ended by its day, by somebody, or because another took its place. */
  standing: z.enum(['to-come', 'in-force', 'over']),
  /** In force, and over in 60 days or sooner. */
  endsSoon: z.boolean(),
  /** The last day on which it covers anything, if it has one: its own, or sooner where somebody ended it. */
  lastOn: z.iso.date().nullable(),
  /** Who ended it or put another in its place; null where nobody did. */
  endedBy: z.string().nullable(),
  /** The number of the one that it took the place of. */
  replacesNumber: z.string().nullable(),
  recordedBy: z.string(),
  recordedAt: z.iso.datetime(),
});
export type Agreement = z.infer<typeof Agreement>;

/** What the reader's own agency signed, the newest first. */
export const AgreementLibrary = z.strictObject({
  agency: z.string(),
  agreements: z.array(Agreement),
  mayRecord: z.boolean(),
});
export type AgreementLibrary = z.infer<typeof AgreementLibrary>;

export const OfferInput = z.strictObject({
  recipient: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('staff'), staffId: StaffId }),
    z.strictObject({ kind: z.literal('agency'), agencyId: AgencyId }),
  ]),
  purpose: Purpose,
});

/** What both agencies signed for, today; and what is not offered because one of them did not. */
export const Offer = z.strictObject({
  kinds: z.array(Category),
  /** A permission could name it by law and by terms; the reader's own agency, or else the other one, did not sign. */
  held: z.array(z.strictObject({ kind: Category, by: z.enum(['own', 'theirs']) })),
});
export type Offer = z.infer<typeof Offer>;
