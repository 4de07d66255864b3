import { z } from 'zod';

/** What a text is for: how the network works, what a young person signs, or what somebody is handed to read. */
export const TextKind = z.enum(['protocol', 'permission', 'notice'], 'Choose what the text is for.');
export type TextKind = z.infer<typeof TextKind>;

/** What a permission fills in. Every text for permissions has all of them: who gets what, what for, and until when. */
export const GAPS = ['who', 'what', 'why', 'until'] as const;
export type Gap = (typeof GAPS)[number];

/** Gaps of a text for permissions that none of its paragraphs has; of any other text none is asked. */
export function missingGaps(kind: TextKind, blocks: readonly { body: string }[]): Gap[] {
  if (kind !== 'permission') return [];
  return GAPS.filter((gap) => !blocks.some(({ body }) => body.includes(`{${gap}}`)));
}

/** A young person reads what they sign and what they are handed; staff read how the network works. */
export const readerOf = (kind: TextKind): 'staff' | 'youth' => (kind === 'protocol' ? 'staff' : 'youth');

interface Paragraph {
  blockId: string;
  heading: string;
  body: string;
}

/**
 * A translation after its original changed: what did not change keeps its words in the other language, and what
 * changed, or is new, stands in the words of the original until somebody translates it.
 */
export function caughtUp<Original extends Paragraph>(
  original: readonly Original[],
  before: readonly Paragraph[],
  translated: readonly Paragraph[],
): Original[] {
  return original.map((block) => {
    const was = before.find(({ blockId }) => blockId === block.blockId);
    const words = translated.find(({ blockId }) => blockId === block.blockId);
    const isSame = was?.heading === block.heading && was.body === block.body;
    return isSame && words ? { ...block, heading: words.heading, body: words.body } : block;
  });
}
