import { GAPS, type Gap } from '@accord/protocols';

/** A paragraph of a paper with its gaps filled. What fills one is never read for gaps of its own. */
export function fill(body: string, values: Record<Gap, string>): string {
  return body.replaceAll(GAP, (_, gap: Gap) => values[gap]);
}

const GAP = new RegExp(`\\{(${GAPS.join('|')})\\}`, 'g');
