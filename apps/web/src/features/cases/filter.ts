import type { AgencyId } from '@accord/kernel';
import type { TimelineEntry } from './arrange.ts';

export const SHOWS = ['notes', 'referrals', 'dates', 'meetings'] as const;

/** What of a timeline is looked at. It stands in the address, as codes and an id: never a word of the case. */
export interface TimelineFilter {
  show?: (typeof SHOWS)[number] | undefined;
  by?: AgencyId | undefined;
}
export const SHOW_CHOICES = [undefined, ...SHOWS] as const;

const KINDS_OF: Record<(typeof SHOWS)[number], readonly TimelineEntry['kind'][]> = {
  notes: ['note'],
  referrals: ['referral'],
  dates: ['appointment'],
  meetings: ['meeting', 'decision'],
};

export function matches({ show, by }: TimelineFilter, entry: TimelineEntry): boolean {
  return (!show || KINDS_OF[show].includes(entry.kind)) && (!by || entry.ownerId === by);
}

/** The agencies whose entries there are, by name. */
export function ownersOf(entries: readonly TimelineEntry[]): { id: AgencyId; name: string }[] {
  const byId = new Map(entries.map(({ ownerId, owner }) => [ownerId, owner]));
  return [...byId].map(([id, name]) => ({ id, name })).toSorted((a, b) => a.name.localeCompare(b.name));
}
