import {
  type CaseItem,
  PART_KINDS,
  type PartKind,
  RATINGS,
  SERVICE_FAMILIES,
  type ServiceFamily,
} from '@accord/cases';
import { findEntry, type PlanEntry } from '@accord/plans';
import type { Goal } from '../arrange.ts';

export type Part = Extract<CaseItem, { kind: PartKind }>;
export type OpenPart = Part & { content: { is: 'open' } };
export const isOpenPart = (part: Part): part is OpenPart => part.content.is === 'open';

/** The entry of an open part; undefined where this version of the catalogue does not know it. */
export const entryOf = (part: OpenPart): PlanEntry | undefined => findEntry(part.content.body.entry);

export const ratingOf = (part: OpenPart) => (part.kind === 'need' ? part.content.body.rating : null);

/** The parts of one kind: what is to be done first stands first, then as they were thought of. */
function ofKind(kind: PartKind, parts: readonly Part[]): Part[] {
  const urgency = (part: Part) => {
    const rating = isOpenPart(part) ? ratingOf(part) : null;
    return rating ? RATINGS.indexOf(rating) : RATINGS.length;
  };
  return parts
    .filter((part) => part.kind === kind)
    .toSorted((a, b) => urgency(a) - urgency(b) || a.at.localeCompare(b.at));
}

/** Strengths before needs, always; a kind without a part is not there. */
export const byKind = (parts: readonly Part[]) =>
  PART_KINDS.map((kind) => ({ kind, parts: ofKind(kind, parts) })).filter((each) => each.parts.length > 0);

export interface FamilyState {
  family: ServiceFamily;
  goals: number;
  /** Needs that are to be met and have no goal yet, and look to this family first. */
  missing: PlanEntry[];
}

/** Which of the seven families has something in the plan, by what this reader has of it and nothing else. */
export function familiesOf(parts: readonly Part[], goals: readonly Goal[]): FamilyState[] {
  const under = new Set(goals.map((goal) => goal.parentId));
  const waiting = parts
    .filter(isOpenPart)
    .filter((part) => part.kind === 'need' && !under.has(part.itemId))
    .filter((part) => ratingOf(part) === 'now' || ratingOf(part) === 'plan')
    .flatMap((part) => entryOf(part) ?? []);
  return SERVICE_FAMILIES.map((family) => ({
    family,
    goals: goals.filter(({ content }) => content.is === 'open' && content.body.family === family).length,
    missing: [...new Set(waiting.filter((entry) => entry.kind === 'need' && entry.families[0] === family))],
  }));
}
