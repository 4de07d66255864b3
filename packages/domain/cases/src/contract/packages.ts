import { Category, DEMANDS, HELD_OUT, lawNumber, NOTICE_CODES, MOST_KINDS } from '@accord/consent';
import { BasisId, CaseId, ItemId } from '@accord/kernel';
import { z } from 'zod';
import { ItemKind } from './items.ts';

export const PackageId = z.uuid().toLowerCase().brand('PackageId');
export type PackageId = z.infer<typeof PackageId>;

const day = (missing: string) =>
  z.iso.date(missing).refine((each) => each >= '1900' && each < '2200', 'Check the year.');

const common = {
  caseId: CaseId,
  number: lawNumber('Write the number of the request.'),
  receivedOn: day('Choose the day on which it came.'),
  dueOn: day('Choose the day by which it is due.'),
  kinds: z.array(Category).max(MOST_KINDS).min(1, 'Choose at least one kind of information.'),
  firstDay: day('Choose the first day that it asks for.'),
  lastDay: day('Choose the last day that it asks for.'),
};

/** What a request asks for. A subpoena alone is no demand that a package answers (H-16, P-10). */
export const PackageAskInput = z
  .discriminatedUnion(
    'demand',
    [
      z.strictObject({
        ...common,
        demand: z.literal('court-order'),
        /** The order as it was recorded: its words bound what is in. */
        basisId: z.string('Choose the order.').min(1, 'Choose the order.').pipe(BasisId),
        /** The last day on which the order forbids telling the young person. Left out: they read of it at once. */
        quietUntil: day('Choose the last day of it.').optional(),
      }),
      z.strictObject({ ...common, demand: z.literal('public-records') }),
    ],
    'Choose what it answers.',
  )
  .superRefine(({ receivedOn, dueOn, firstDay, lastDay }, ctx) => {
    if (dueOn < receivedOn) issue(ctx, 'dueOn', 'Choose a day after it came.');
    if (lastDay < firstDay) issue(ctx, 'lastDay', 'Choose a day after the first one.');
  });
export type PackageAskInput = z.infer<typeof PackageAskInput>;

const issue = (ctx: z.RefinementCtx, field: string, message: string) =>
  ctx.addIssue({ code: 'custom', path: [field], message });

/** One of the agency's own items: no text of it. */
const Listed = z.strictObject({
  itemId: ItemId,
  kind: ItemKind,
  kinds: z.array(Category),
  at: z.iso.datetime(),
});

/** What would be in, and what not and why; newest first. Nothing of another agency's is in either. */
export const PackagePreview = z.strictObject({
  items: z.array(Listed.extend({ heldOut: z.enum(HELD_OUT).nullable() })),
});
export type PackagePreview = z.infer<typeof PackagePreview>;

const Word = z.strictObject({ by: z.string(), at: z.iso.datetime() });

/** An order of a court that a package can answer. */
const Order = z.strictObject({
  basisId: BasisId,
  number: z.string(),
  subpoena: z.string().nullable(),
  for: z.string(),
  forAgency: z.string(),
  kinds: z.array(Category),
  /** The last day on which it holds. */
  endsOn: z.iso.date(),
});

export const RecordsPackage = z.strictObject({
  packageId: PackageId,
  demand: z.enum(DEMANDS),
  number: z.string(),
  order: Order.omit({ kinds: true }).nullable(),
  receivedOn: z.iso.date(),
  dueOn: z.iso.date(),
  kinds: z.array(Category),
  firstDay: z.iso.date(),
  lastDay: z.iso.date(),
  quietUntil: z.iso.date().nullable(),
  state: z.enum(['waiting', 'approved', 'handed-out', 'sent-back', 'taken-back', 'changed']),
  /** False: an item of the list is no longer in scope as it was, or the order is over. It goes back. */
  isWhole: z.boolean(),
  isMine: z.boolean(),
  prepared: Word,
  approved: Word.nullable(),
  ended: Word.nullable(),
  items: z.array(
    Listed.extend({
      version: z.int(),
      /** Of what was handed out of it; null before. */
      sha256: z.string().nullable(),
    }),
  ),
});
export type RecordsPackage = z.infer<typeof RecordsPackage>;

/** The packages of one case, those that wait first. */
export const Packages = z.strictObject({
  caseId: CaseId,
  codeName: z.string(),
  agency: z.string(),
  orders: z.array(Order),
  /** Subpoenas that nobody answered: no package answers one by itself. */
  bare: z.array(z.strictObject({ number: z.string() })),
  packages: z.array(RecordsPackage),
  mayPrepare: z.boolean(),
  /** The reader answers for the case, and may be the second person. */
  mayApprove: z.boolean(),
  /** A hold keeps this case from being erased. */
  isHeld: z.boolean(),
});
export type Packages = z.infer<typeof Packages>;

/** Packages of the reader's own cases that have not gone out; the first that is due first. */
export const WaitingPackages = z.strictObject({
  packages: z.array(
    z.strictObject({
      packageId: PackageId,
      caseId: CaseId,
      codeName: z.string(),
      number: z.string(),
      dueOn: z.iso.date(),
      state: z.enum(['waiting', 'approved']),
    }),
  ),
});

export const PackagesInput = z.strictObject({ caseId: CaseId });
export const AnswerPackageInput = z.strictObject({
  caseId: CaseId,
  packageId: PackageId,
  /** False: it is sent back, or taken back by whoever prepared it. */
  approve: z.boolean(),
});
export const HandOutInput = z.strictObject({ caseId: CaseId, packageId: PackageId });

/** What goes out, once: on paper or as a file. A request by the public is answered without a word about any case. */
export const PackageFile = z.strictObject({
  format: z.literal('accord-records-package-1'),
  number: z.string(),
  receivedOn: z.iso.date(),
  /** Who answers. */
  agency: z.string(),
  order: Order.pick({ number: true, subpoena: true, for: true, forAgency: true, endsOn: true }).nullable(),
  printedBy: z.string(),
  printedAt: z.iso.datetime(),
  notices: z.array(
    z.strictObject({
      code: z.enum(NOTICE_CODES),
      version: z.string(),
      cite: z.string(),
      text: z.string(),
      sha256: z.string(),
    }),
  ),
  contents: z.array(
    Listed.extend({
      version: z.int(),
      body: z.record(z.string(), z.string()),
      /** Random, and kept nowhere else: without it a digest that stays behind would tell a short text. */
      nonce: z.string(),
      /** SHA-256 of the canonical JSON (RFC 8785) of all of this but itself. */
      sha256: z.string(),
    }),
  ),
});
export type PackageFile = z.infer<typeof PackageFile>;

export const HandedOut = z.discriminatedUnion('is', [
  /** What is in scope was no longer what was approved: nothing went out, and it is prepared anew. */
  z.strictObject({ is: z.literal('changed') }),
  z.strictObject({ is: z.literal('handed-out'), file: PackageFile }),
]);
export type HandedOut = z.infer<typeof HandedOut>;
