import { type CaseItem, type CasePage, isPartKind } from '@accord/cases';
import type { Part } from './plan/parts.ts';

type Items = CasePage['items'];
export type Goal = Extract<CaseItem, { kind: 'goal' }>;
export type Step = Extract<CaseItem, { kind: 'step' }>;
export type TimelineEntry = Extract<
  CaseItem,
  {
    kind: 'note' | 'referral' | 'appointment' | 'meeting' | 'decision';
  }
>;
type Note = Extract<CaseItem, { kind: 'note' }>;
export type OpenNote = Note & { content: { is: 'open' } };
export const isOpenNote = (item: CaseItem): item is OpenNote =>
  item.kind === 'note' && item.content.is === 'open';
export type Profile = Extract<CaseItem, { kind: 'profile' }>;

export type OpenProfile = Profile & { content: { is: 'open' } };
export const isOpenProfile = (profile: Profile): profile is OpenProfile => profile.content.is === 'open';

/** One goal and the steps under it, oldest first: the order in which they were thought of. */
interface GoalWithSteps {
  goal: Goal;
  steps: Step[];
}

export interface ArrangedPage {
  profile: Profile | undefined;
  goals: GoalWithSteps[];
  /** Steps whose goal this reader has not got. They still show, on their own. */
  looseSteps: Step[];
  /** Strengths, needs, worries, and what they look after. */
  parts: Part[];
  /** How to be with them, one of each for every agency that keeps one. */
  cards: Extract<CaseItem, { kind: 'card' }>[];
  told: Extract<CaseItem, { kind: 'told-once' }>[];
  timeline: TimelineEntry[];
  /** The young person's own side of an item, the first first. */
  sidesOf: (itemId: CaseItem['itemId']) => string[];
}

const ON_TIMELINE = ['note', 'referral', 'appointment', 'meeting', 'decision'] as const;

const byTime = (a: CaseItem, b: CaseItem) => a.at.localeCompare(b.at);

/** Puts what the server sent where it belongs on the page. It arranges and never filters. */
export function arrange(items: Items): ArrangedPage {
  const steps = items.filter((item) => item.kind === 'step').toSorted(byTime);
  const goals = items.filter((item) => item.kind === 'goal').toSorted(byTime);
  const sides = items.filter((item) => item.kind === 'statement').toReversed();
  const goalIds = new Set<string>(goals.map((goal) => goal.itemId));
  return {
    sidesOf: (itemId) =>
      sides.flatMap(({ parentId, content }) =>
        parentId === itemId && content.is === 'open' ? [content.body.text] : [],
      ),
    profile: items.find((item) => item.kind === 'profile'),
    goals: goals.map((goal) => ({ goal, steps: steps.filter((step) => step.parentId === goal.itemId) })),
    looseSteps: steps.filter((step) => step.parentId === null || !goalIds.has(step.parentId)),
    parts: items.filter((item): item is Part => isPartKind(item.kind)),
    cards: items.filter((item) => item.kind === 'card').toSorted(byTime),
    told: items.filter((item) => item.kind === 'told-once').toSorted(byTime),
    timeline: items
      .filter((item): item is TimelineEntry => (ON_TIMELINE as readonly string[]).includes(item.kind))
      .toSorted((a, b) => byTime(b, a)),
  };
}

/** What a reader could tell apart: when this differs, the page has changed in front of them. */
export function fingerprint(page: CasePage | undefined): string {
  if (!page) return '';
  return page.items
    .map((item) => `${item.itemId}:${item.revision}:${item.state}:${item.content.is}`)
    .toSorted()
    .join('|');
}
