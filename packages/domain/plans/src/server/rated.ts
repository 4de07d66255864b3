import type { PartKind, Rating } from '@accord/cases';
import { badInput } from '@accord/kernel';

/** A need has a rating, and nothing else has one. BAD_INPUT at `rating` otherwise. */
export function ratedAs(kind: PartKind, rating: Rating | undefined): { rating?: Rating } {
  if (kind === 'need') {
    if (!rating) throw badInput('rating', 'Choose one.');
    return { rating };
  }
  if (rating) throw badInput('rating', 'Only a need has this.');
  return {};
}
