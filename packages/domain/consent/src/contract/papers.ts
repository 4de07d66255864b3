import { CaseId, GrantId, Language } from '@accord/kernel';
import { z } from 'zod';

/**
 * Why nobody may sign a real permission on a paper: the agency has no text, no survivor advisor signed it, nobody is
 * named who read the translation, or it is not published.
 */
export const PaperHold = z.enum(['no-text', 'no-advisor', 'no-reader', 'not-published']);
export type PaperHold = z.infer<typeof PaperHold>;

export interface PaperFacts {
  isPublished: boolean;
  /** A survivor advisor signed this very version. */
  isSigned: boolean;
  isTranslated: boolean;
  /** Who read this version of a translation. */
  reader: string | null;
}

/** What a paper lacks; empty where it may be signed on. The floor holds the same (`53_papers.sql`). */
export function paperHolds(paper: PaperFacts | null): PaperHold[] {
  if (paper === null) return ['no-text'];
  const holds: [PaperHold, boolean][] = [
    ['no-advisor', !paper.isSigned],
    ['no-reader', paper.isTranslated && paper.reader === null],
    ['not-published', !paper.isPublished],
  ];
  return holds.flatMap(([hold, is]) => (is ? [hold] : []));
}

/** What is said of a permission's paper wherever the permission stands. */
export const PaperLine = z.strictObject({ language: Language, holds: z.array(PaperHold) });

/** Which words were signed: a version of a text, and SHA-256 over it in hex. */
export const PaperName = z.strictObject({ title: z.string(), version: z.int(), digest: z.string() });
export type PaperName = z.infer<typeof PaperName>;

export const PaperInput = z.strictObject({ caseId: CaseId, grantId: GrantId });

/** The paper itself. Its gaps are filled in where it is shown, from the permission. */
export const PaperText = PaperLine.extend({
  /** Null where the agency has no text. */
  title: z.string().nullable(),
  version: z.int().nullable(),
  /** By the names that they chose. */
  signedBy: z.array(z.string()),
  reader: z.string().nullable(),
  blocks: z.array(z.strictObject({ number: z.int(), heading: z.string(), body: z.string() })),
  /** The people of this network are made up: it may be signed whatever it lacks. */
  isDemo: z.boolean(),
});
export type PaperText = z.infer<typeof PaperText>;
