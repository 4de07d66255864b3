import type { CaseItem } from '@accord/cases';
import { untilServerTime } from '../../app/clock.ts';
import type { ArrangedPage, Step } from './arrange.ts';

type Appointment = Extract<CaseItem, { kind: 'appointment' | 'meeting' }>;

export type NextItem =
  | { is: 'step'; step: Step; text: string }
  | { is: 'appointment'; item: Appointment; startsAt: string };

/**
 * What is next, soonest first: open steps with a day and appointments and meetings that are still to come, and after them the open
 * steps without one. Whatever is not open to this reader has no words to show here; it stands in its own place.
 */
export function nextOf({ goals, looseSteps, timeline }: ArrangedPage): NextItem[] {
  const steps = [...goals.flatMap(({ steps: under }) => under), ...looseSteps].flatMap(
    (step): (NextItem & { at: string })[] =>
      step.state === 'open' && step.content.is === 'open'
        ? [{ is: 'step', step, text: step.content.body.text, at: endOf(step.dueOn) }]
        : [],
  );
  const appointments = timeline.flatMap((item): (NextItem & { at: string })[] => {
    if ((item.kind !== 'appointment' && item.kind !== 'meeting') || item.content.is !== 'open') return [];
    const { startsAt } = item.content.body;
    return untilServerTime(startsAt) > 0 ? [{ is: 'appointment', item, startsAt, at: startsAt }] : [];
  });
  return [...steps, ...appointments].toSorted((a, b) => a.at.localeCompare(b.at));
}

/** A day is over at its end where the reader is; without one it comes last. */
function endOf(dueOn: string | null): string {
  return dueOn === null ? '9999' : new Date(`${dueOn}T23:59:59`).toISOString();
}
