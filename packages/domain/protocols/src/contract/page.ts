import { BlockId, CommentId, Language, ProtocolId } from '@accord/kernel';
import { z } from 'zod';
import { Block, BlockChange } from './difference.ts';
import { AnswerResult, CommentKind, CommentState, Hold, VersionStatus } from './review.ts';
import { TextKind } from './texts.ts';

const when = z.iso.datetime();

export const Comment = z.strictObject({
  commentId: CommentId,
  blockId: BlockId,
  /** The version that it was said about. */
  version: z.int(),
  /** The paragraph at that time. */
  number: z.int(),
  kind: CommentKind,
  state: CommentState,
  body: z.string(),
  at: when,
  /** Counts the advisors of this protocol by their first comment: "Advisor 1". */
  advisor: z.int().positive(),
  mine: z.boolean(),
  answer: z.strictObject({ result: AnswerResult, body: z.string(), by: z.string(), at: when }).nullable(),
});
export type Comment = z.infer<typeof Comment>;

/** What the reader can do here now. Each of them is checked again when it is done. */
export const Deed = z.enum([
  'comment',
  'sign',
  'answer',
  'change',
  'send-for-review',
  'publish',
  'translate',
  'name-reader',
]);
export type Deed = z.infer<typeof Deed>;

/** Who read a translation beside its original: their name, and what they are. */
export const TextReader = z.strictObject({ name: z.string(), capacity: z.string(), at: when });

/** Of a translation: what it says in another language, as it stood when this version was written. */
export const Translation = z.strictObject({
  of: ProtocolId,
  ofVersion: z.int(),
  /** What the original says in that version. Empty where this reader may not read it. */
  original: z.array(Block),
  originalIsPublished: z.boolean(),
  /** The original has been published in a later version since. */
  isBehind: z.boolean(),
  reader: TextReader.nullable(),
});
export type Translation = z.infer<typeof Translation>;

/** The newest version that this reader may read, with everything said about the protocol so far. */
export const ProtocolPage = z.strictObject({
  protocolId: ProtocolId,
  title: z.string(),
  agency: z.string(),
  kind: TextKind,
  language: Language,
  translation: Translation.nullable(),
  /** Of an original: its translations that this reader may read. */
  translations: z.array(z.strictObject({ protocolId: ProtocolId, language: Language })),
  version: z.int(),
  status: VersionStatus,
  madeAt: when,
  publishedAt: when.nullable(),
  blocks: z.array(Block),
  /** Oldest first. */
  comments: z.array(Comment),
  /** Against the version before, as far as this reader may read it; null for a first version. */
  difference: z.strictObject({ since: z.int(), changes: z.array(BlockChange) }).nullable(),
  signOffs: z.array(z.strictObject({ version: z.int(), as: z.string(), at: when })),
  holds: z.array(Hold),
  may: z.array(Deed),
  /** True once this advisor has signed this version. */
  signed: z.boolean(),
});
export type ProtocolPage = z.infer<typeof ProtocolPage>;

export const ProtocolList = z.strictObject({
  protocols: z.array(
    z.strictObject({
      protocolId: ProtocolId,
      title: z.string(),
      agency: z.string(),
      kind: TextKind,
      language: Language,
      version: z.int(),
      status: VersionStatus,
      madeAt: when,
      /** Comments without an answer. */
      open: z.int(),
      /** Objections that stand. */
      objections: z.int(),
    }),
  ),
});
export type ProtocolList = z.infer<typeof ProtocolList>;

/** An advisor's own time, newest day first. Minutes are rounded up: nobody's time is rounded away. */
export const Hours = z.strictObject({
  minutes: z.int(),
  days: z.array(z.strictObject({ day: z.iso.date(), title: z.string(), minutes: z.int() })),
});
export type Hours = z.infer<typeof Hours>;

export const Commented = z.strictObject({ commentId: CommentId });
export const Started = z.strictObject({ protocolId: ProtocolId });
export const Changed = z.strictObject({ version: z.int() });
export const Done = z.strictObject({});
