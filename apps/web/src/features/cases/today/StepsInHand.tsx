import type { StepInHand } from '@accord/cases';
import { useWords } from '@accord/ui';
import type { Undoable } from '../../../app/UndoLine.tsx';
import { dueOf } from '../StepMeta.tsx';
import { StepTick } from '../StepTick.tsx';
import type { LinkToCase } from './TodayPage.tsx';
import css from './today.module.css';

interface StepsInHandProps {
  steps: readonly StepInHand[];
  linkTo: LinkToCase;
  /** Left out where somebody else does them: whoever does a step ticks it. */
  refresh?: () => Promise<void>;
  offerUndo?: (undoable: Undoable) => void;
}

/** Steps of several cases, in the order in which they are due. */
export function StepsInHand({ steps, linkTo, refresh, offerUndo }: StepsInHandProps) {
  return (
    <ul className={css.list}>
      {steps.map((step) => (
        <li key={step.stepId} className={css.line}>
          {refresh && offerUndo ? (
            <StepTick
              caseId={step.caseId}
              step={{ itemId: step.stepId, state: 'open', revision: step.revision, changed: null }}
              text={step.text}
              refresh={refresh}
              offerUndo={offerUndo}
            />
          ) : (
            <p>{step.text}</p>
          )}
          <About step={step} isMine={Boolean(refresh)} linkTo={linkTo} />
        </li>
      ))}
    </ul>
  );
}

/** Which case, who does it where that is somebody else, and by when. */
function About({ step, isMine, linkTo }: { step: StepInHand; isMine: boolean; linkTo: LinkToCase }) {
  const plan = useWords('plan');
  const { doer } = step;
  const due = dueOf(step, plan);
  const who =
    isMine || doer === null
      ? null
      : 'youngPerson' in doer
        ? plan('doer.youngPerson')
        : plan('doer.other', doer);
  return (
    <p className={css.about} data-indented={isMine || undefined}>
      {linkTo(step.caseId, step.codeName)}
      {who ? <span>{who}</span> : null}
      {due ? <span data-overdue={step.isOverdue || undefined}>{due}</span> : null}
    </p>
  );
}
