/**
 * The kinds of a text that was made from others, such as a line of a plan, a summary or a draft: all of theirs. It
 * never loses one, so it is never more open than what it came from.
 */
export const derivedMask = (parts: readonly { mask: bigint }[]): bigint =>
  parts.reduce((all, { mask }) => all | mask, 0n);
