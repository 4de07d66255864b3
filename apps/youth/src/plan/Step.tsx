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
          <span>{text}</span>
        </p>
      )}
    </Opened>
  );
}
