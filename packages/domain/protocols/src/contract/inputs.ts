import { BlockId, CommentId, ProtocolId } from '@accord/kernel';
import { z } from 'zod';
import { AnswerResult, CommentKind } from './review.ts';
import { TextKind } from './texts.ts';

/** Text that stands in the clear: Postgres stores no NUL. */
const words = (max: number, empty: string) =>
  z
    .string()
    .trim()
    .min(1, empty)
    .max(max, `Keep it under ${max} characters.`)
    .refine((text) => !text.includes('\0'), 'Type words only: letters, numbers and spaces.');

/** The version that the writer was looking at; when it is not the newest any more, the answer is CONFLICT. */
const version = z.int32().positive();

export const OpenProtocolInput = z.strictObject({ protocolId: ProtocolId });
export const VersionInput = z.strictObject({ protocolId: ProtocolId, version });

const blockText = {
  heading: words(80, 'Write a heading.'),
  body: words(2000, 'Write the paragraph.'),
};
export const BlockText = z.strictObject(blockText);
export type BlockText = z.infer<typeof BlockText>;

/** One change of a protocol: a block says something else, a new one follows another, or one goes. */
export const ChangeInput = z.discriminatedUnion('is', [
  z.strictObject({
    protocolId: ProtocolId,
    version,
    is: z.literal('reword'),
    blockId: BlockId,
    ...blockText,
  }),
  z.strictObject({ protocolId: ProtocolId, version, is: z.literal('add'), after: BlockId, ...blockText }),
  z.strictObject({ protocolId: ProtocolId, version, is: z.literal('remove'), blockId: BlockId }),
]);
export type ChangeInput = z.infer<typeof ChangeInput>;

export const CommentInput = z.strictObject({
  protocolId: ProtocolId,
  version,
  blockId: BlockId,
  kind: CommentKind,
  body: words(2000, 'Write your comment.'),
});

export const AnswerInput = z.strictObject({
  protocolId: ProtocolId,
  commentId: CommentId,
  result: AnswerResult,
  body: words(2000, 'Write an answer that the advisor will read.'),
});

export const WithdrawInput = z.strictObject({ protocolId: ProtocolId, commentId: CommentId });

export const SignOffInput = z.strictObject({
  protocolId: ProtocolId,
  version,
  /** Left out: the advisor's own name. */
  pseudonym: words(80, 'Write the name to show.').optional(),
});

/** A new text, with its first paragraph. */
export const StartInput = z.strictObject({
  kind: TextKind,
  title: words(120, 'Write a title.'),
  ...blockText,
});

/** Begins the Spanish version of an original, or brings it up to the original's newest version. */
export const TranslateInput = z.strictObject({
  protocolId: ProtocolId,
  version,
  title: words(120, 'Write the title in Spanish.'),
});

export const NameReaderInput = z.strictObject({
  protocolId: ProtocolId,
  version,
  name: words(80, 'Write the name of whoever read both texts.'),
  capacity: words(80, 'Write what they are: a court interpreter, for example.'),
});
