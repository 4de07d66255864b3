import { calendarDay } from '../days.ts';
import { fill } from '../fill.ts';
import { words } from '../words.ts';
import type { ItemOf } from './arrange.ts';
import { Opened } from './Opened.tsx';

export function Step({ step }: { step: ItemOf<'step'> }) {
  const done = step.state === 'done';
  return (
    <Opened content={step.content}>
      {({ text }) => (
        <p className="step">
          <span className={done ? 'mark mark-done' : 'mark'}>
            {done ? words.plan.stepDone : words.plan.stepOpen}
          </span>
          <span>
            {text}
            <span className="aside">{whoAndWhen(step)}</span>
          </span>
        </p>
      )}
    </Opened>
  );
}

/** Who does it and by when, as whole sentences: nothing about a day that has passed is a reproach. */
function whoAndWhen({ doer, dueOn, isOverdue }: ItemOf<'step'>): string {
  const { plan } = words;
  const who = doer && ('name' in doer ? `${doer.name}, ${doer.agency}` : plan.doerMe);
  const parts = [
    who && fill(plan.doer, { who }),
    dueOn && fill(isOverdue ? plan.was : plan.by, { day: calendarDay(dueOn) }),
  ];
  return parts.filter(Boolean).join(' ');
}
