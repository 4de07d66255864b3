import { CaseId, GrantId, PostId, StaffId } from '@accord/kernel';
import { z } from 'zod';
import { Category } from './categories.ts';

/** What somebody is in an agency ("youth advocate"), whoever holds it. */
export const Post = z.strictObject({
  postId: PostId,
  name: z.string(),
  /** Null where nobody holds it, or whoever did has left. */
  holder: z
    .strictObject({ staffId: StaffId, name: z.string(), title: z.string(), sinceOn: z.iso.date() })
    .nullable(),
});
export type Post = z.infer<typeof Post>;

/** Posts of the reader's agency. `maySet`: they supervise there, and say who holds them. */
export const Posts = z.strictObject({ agency: z.string(), posts: z.array(Post), maySet: z.boolean() });
export type Posts = z.infer<typeof Posts>;

/** It stands in lists beside names of people: a line of plain text. */
const PLAIN = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} .,'’&()/-]*$/u;

export const NamePostInput = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1, 'Name the post.')
    .max(60, 'Keep it under 60 characters.')
    .regex(PLAIN, 'Use letters, numbers and spaces.'),
  staffId: StaffId,
});

/** `staffId` null: nobody holds it from now on. */
export const HoldPostInput = z.strictObject({ postId: PostId, staffId: StaffId.nullable() });

/** How a worker told the young person of somebody new: any of them will do. */
export const TOLD_OF = ['in-person', 'phone', 'text'] as const;
export const IntroductionAnswer = z.enum(['fine', 'not-this-person'], 'Choose what they said.');
export type IntroductionAnswer = z.infer<typeof IntroductionAnswer>;

/** What the young person said of whoever now holds the post that a permission is for. */
export const AnswerIntroductionInput = z.strictObject({
  caseId: CaseId,
  grantId: GrantId,
  told: z.enum(TOLD_OF, 'Choose how you told them.'),
  answer: IntroductionAnswer,
});
export const AnswerMineInput = AnswerIntroductionInput.pick({ grantId: true, answer: true });

/** `opened`: kinds that the new person can see from now on. */
export const AnsweredIntroduction = z.strictObject({ opened: z.array(Category) });

/** A post in a case that waits: for the young person's word on whoever holds it now, or for somebody to hold it. */
export const WaitingPost = z.strictObject({
  grantId: GrantId,
  caseId: CaseId,
  codeName: z.string(),
  post: z.string(),
  agency: z.string(),
  /** Whoever is announced; null where there is nobody, for whatever reason. */
  name: z.string().nullable(),
  title: z.string().nullable(),
  sinceOn: z.iso.date(),
  /** The reader may write the young person's yes down. */
  mayAnswer: z.boolean(),
});
export type WaitingPost = z.infer<typeof WaitingPost>;
