import type { CategoryCode, Renewal } from '@accord/consent';
import type { GrantId } from '@accord/kernel';

export type Same = Renewal['same'][number];

/** What the young person said to a card. Nothing of it is sent before they sign, but for a no and a pause. */
export type Answer = 'yes' | 'no' | 'not-now' | 'paused';
export type Answers = Readonly<Partial<Record<GrantId, Answer>>>;
/** The kinds that were marked one by one, of each paper. */
export type MarksOf = Readonly<Partial<Record<GrantId, CategoryCode[]>>>;

export const saidYes = (same: readonly Same[], answers: Answers): Same[] =>
  same.filter(({ permission }) => answers[permission.grantId] === 'yes');
