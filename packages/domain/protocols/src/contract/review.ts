import { z } from 'zod';

/** A comment's kind. An objection blocks sign-off and publishing until its author withdraws it. */
export const CommentKind = z.enum(['question', 'suggestion', 'concern', 'objection']);
export type CommentKind = z.infer<typeof CommentKind>;

export const CommentState = z.enum(['open', 'answered', 'withdrawn']);
export type CommentState = z.infer<typeof CommentState>;

/** What came of a comment. The words of a `not-changed` answer say why. */
export const AnswerResult = z.enum(['changed', 'not-changed']);
export type AnswerResult = z.infer<typeof AnswerResult>;

export const VersionStatus = z.enum(['draft', 'in-review', 'published']);
export type VersionStatus = z.infer<typeof VersionStatus>;

/** What still stands between a version and its publishing, in the order in which it is told. */
export const Hold = z.enum([
  'not-in-review',
  'gaps',
  'no-reader',
  'original',
  'unanswered',
  'objection',
  'no-sign-off',
]);
export type Hold = z.infer<typeof Hold>;

export interface Said {
  kind: CommentKind;
  state: CommentState;
  mine: boolean;
}

/** An answer does not end an objection: it stands until its author withdraws it. */
export function stands({ kind, state }: Pick<Said, 'kind' | 'state'>): boolean {
  return kind === 'objection' && state !== 'withdrawn';
}

/** What a text asks for beside its review. A protocol asks for nothing more. */
export interface Asked {
  /** Gaps that a text for permissions has to have and has not. */
  missingGaps: readonly string[];
  /** Null for an original. */
  translation: { hasReader: boolean; originalIsPublished: boolean } | null;
}
const NOTHING_MORE: Asked = { missingGaps: [], translation: null };

/** Why this version cannot be published yet; empty when it can. `signOffs` counts those of this very version. */
export function holdsOn(
  status: VersionStatus,
  comments: readonly Said[],
  signOffs: number,
  { missingGaps, translation }: Asked = NOTHING_MORE,
): Hold[] {
  const holds: [Hold, boolean][] = [
    ['not-in-review', status !== 'in-review'],
    ['gaps', missingGaps.length > 0],
    ['no-reader', translation !== null && !translation.hasReader],
    ['original', translation !== null && !translation.originalIsPublished],
    ['unanswered', comments.some(({ state }) => state === 'open')],
    ['objection', comments.some(stands)],
    ['no-sign-off', signOffs === 0],
  ];
  return holds.flatMap(([hold, is]) => (is ? [hold] : []));
}

/** Only who said it takes it back, and once. */
export function mayWithdraw({ mine, state }: Said): boolean {
  return mine && state !== 'withdrawn';
}

/** A written answer is given once, to what is still open. */
export function mayAnswer({ state }: Pick<Said, 'state'>): boolean {
  return state === 'open';
}

/** An advisor signs what is in review, once, and over nobody's standing objection. */
export function maySign(status: VersionStatus, comments: readonly Said[], hasSigned: boolean): boolean {
  return status === 'in-review' && !hasSigned && !comments.some(stands);
}

/** The name under a sign-off: the one that they chose, or their own. */
export function signedAs(ownName: string, pseudonym: string | undefined): string {
  return pseudonym ?? ownName;
}
