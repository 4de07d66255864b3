import { NeedBody, PART_KINDS, PartBody, PartEntry, Rating } from '@accord/cases';
import { CaseId, ItemId } from '@accord/kernel';
import { z } from 'zod';

const words = PartBody.omit({ entry: true }).shape;

/** The kind of item and its kind of data follow from the entry. `rating` is of a need, and of nothing else. */
export const AddPartInput = z.strictObject({
  caseId: CaseId,
  entry: PartEntry,
  rating: Rating.optional(),
  ...words,
});

/** Another wording, or another rating; what it is about stays. The older versions are kept. */
export const RevisePartInput = z.strictObject({
  caseId: CaseId,
  itemId: ItemId,
  rating: Rating.optional(),
  /** The revision that the writer was looking at; another one answers CONFLICT. */
  revision: z.int32().positive(),
  ...words,
});

export const PartHistoryInput = z.strictObject({ caseId: CaseId, itemId: ItemId });

/** Every version of a part, newest first: at most the last 20. */
export const PartHistory = z.strictObject({
  kind: z.enum(PART_KINDS),
  versions: z.array(
    z.strictObject({
      at: z.iso.datetime(),
      ownWords: z.string(),
      adultWords: z.string().nullable(),
      rating: NeedBody.shape.rating.nullable(),
    }),
  ),
});
export type PartHistory = z.infer<typeof PartHistory>;
