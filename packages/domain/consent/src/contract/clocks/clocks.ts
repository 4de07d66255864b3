import type { StatePolicy } from '../law/state.ts';
import { dayIn, plusDays, plusYears, startOf } from './zone.ts';
import type { Span } from './standing.ts';

/** Hours pass as they pass, whatever the clocks on the wall do; days and years are those of the calendar. */
export type Length = { hours: number } | { days: number } | { years: number };

interface Clock {
  lasts: Length;
  /** `before`: what it counts to is its beginning, such as a birthday. Else it counts from it. */
  side?: 'before';
  /** As much longer as the law lets it be, once, if that is said in time. */
  extra?: Length;
  /** What the state's bundle says, in hours; 0 is "at once". What it leaves out counts by `lasts`. */
  ofState?: (state: StatePolicy) => number | undefined;
  /** The duty is the state's own, and so is its time. Else the federal time holds, and a state can only shorten it. */
  stateAlone?: true;
  cite: string;
}

/** Consent-rules appendix 1, row by row, and what the architecture settles (the review of an emergency). */
export const CLOCKS = {
  'missing-police': {
    lasts: { hours: 24 },
    ofState: ({ missingFromCare }) => missingFromCare?.policeHours,
    cite: '42 USC 671(a)(35)(B)',
  },
  'missing-ncmec': {
    lasts: { hours: 24 },
    ofState: ({ missingFromCare }) => missingFromCare?.ncmecHours,
    cite: '42 USC 671(a)(35)(B)',
  },
  'trafficking-police': { lasts: { hours: 24 }, cite: '42 USC 671(a)(34)' },
  'ncic-entry': { lasts: { hours: 2 }, cite: '34 USC 41308' },
  'foreign-minor': { lasts: { hours: 24 }, cite: '22 USC 7105(b)(1)(H)' },
  'federal-report': { lasts: { hours: 24 }, cite: '34 USC 20341' },
  'abuse-report': {
    lasts: { hours: 24 },
    ofState: ({ mandatedReporters }) => mandatedReporters?.oralHours,
    cite: 'state law; 34 USC 20341 where it is silent',
  },
  'abuse-report-written': {
    lasts: { hours: 24 },
    ofState: ({ mandatedReporters }) => mandatedReporters?.writtenHours,
    stateAlone: true,
    cite: 'state law',
  },
  'screen-on-return': {
    lasts: { hours: 24 },
    ofState: ({ missingFromCare }) => missingFromCare?.screenOnReturnHours,
    stateAlone: true,
    cite: '42 USC 671(a)(35)(A)(iii)',
  },
  'parent-contact': { lasts: { hours: 72 }, cite: '45 CFR 1351.24(e)' },
  /** Not a time to act in but one to wait: no hearing before it is over. */
  'icwa-notice': { lasts: { days: 10 }, extra: { days: 20 }, cite: '25 USC 1912(a)' },
  'hipaa-access': { lasts: { days: 30 }, extra: { days: 30 }, cite: '45 CFR 164.524' },
  'hipaa-accounting': { lasts: { days: 60 }, extra: { days: 30 }, cite: '45 CFR 164.528' },
  'part2-list': { lasts: { days: 30 }, cite: '42 CFR 2.24' },
  'oral-suspension': { lasts: { days: 30 }, cite: '45 CFR 164.528(a)(2)' },
  'transition-plan': { lasts: { days: 90 }, side: 'before', cite: '42 USC 675(5)(H)' },
  'emergency-review': { lasts: { hours: 24 }, cite: 'Accord' },
  'emergency-hold': { lasts: { hours: 72 }, cite: 'Accord' },
  'ending-prompt': { lasts: { days: 14 }, side: 'before', cite: 'Accord' },
  'release-end': { lasts: { days: 30 }, cite: 'Accord, from 34 USC 12291(b)(2): reasonably time-limited' },
  'keep-authorization': { lasts: { years: 6 }, cite: '45 CFR 164.508(b)(6), 164.530(j)' },
  'part2-look-back': { lasts: { years: 3 }, side: 'before', cite: '42 CFR 2.24, 2.25' },
} as const satisfies Record<string, Clock>;
export type ClockId = keyof typeof CLOCKS;

export interface Place {
  /** The time zone in which the network counts its days. */
  zone: string;
  state: StatePolicy | null;
}

/**
 * When a clock opens and by when it is due. A day that is counted is over when the calendar day is: what begins on May
 * 3 and has 30 days is late from the first instant of June 3 on, also where the clocks change in between.
 *
 * @param start the instant (ms) that it counts from, or to.
 * @param extended by its `extra`; a clock without one has no extension.
 */
export function spanOf(id: ClockId, start: number, { zone, state }: Place, extended = false): Span {
  const clock: Clock = CLOCKS[id];
  if (clock.side === 'before') return { opensAt: shifted(start, clock.lasts, zone, -1), dueAt: start };
  const dueAt = shifted(start, lengthOf(clock, state), zone, 1, extended ? clock.extra : undefined);
  return { opensAt: start, dueAt };
}

/** "At once" leaves no time to count; an hour is what it takes to reach somebody. */
const AT_ONCE = 1;

/** M-7: a state never makes a federal time longer. */
function lengthOf({ lasts, ofState, stateAlone }: Clock, state: StatePolicy | null): Length {
  const said = state === null ? undefined : ofState?.(state);
  if (said === undefined || !('hours' in lasts)) return lasts;
  const hours = Math.max(said, AT_ONCE);
  return { hours: stateAlone ? hours : Math.min(lasts.hours, hours) };
}

function shifted(start: number, by: Length, zone: string, sign: 1 | -1, extra?: Length): number {
  if ('hours' in by) return start + sign * by.hours * 3_600_000;
  const day = dayIn(zone, start);
  const last = dayAfter(day, by, sign);
  const end = extra ? dayAfter(last, extra, sign) : last;
  // Counted back, the first day is in whole; counted forward, the last one is.
  return startOf(zone, sign === 1 ? plusDays(end, 1) : end);
}

function dayAfter(day: string, by: Length, sign: 1 | -1): string {
  if ('years' in by) return plusYears(day, sign * by.years);
  return 'days' in by ? plusDays(day, sign * by.days) : day;
}
