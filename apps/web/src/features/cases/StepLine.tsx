import type { CaseId } from '@accord/kernel';
import { Hidden, Icon, useWords } from '@accord/ui';
import { Disclosed } from '../../app/Disclosed.tsx';
import { UndoLine, useUndo } from '../../app/UndoLine.tsx';
import type { Step } from './arrange.ts';
import { Closed } from './Closed.tsx';
import { PlanStep } from './PlanStep.tsx';
import { StepMeta } from './StepMeta.tsx';
import { StepTick } from './StepTick.tsx';
import css from './case.module.css';

interface StepLineProps {
  caseId: CaseId;
  step: Step;
  /** It stands under a goal of another agency. */
  isGuest: boolean;
  refresh: () => Promise<void>;
}

/** A step: what, who, by when; with a box where this reader may tick it, and a way to give it away. */
export function StepLine({ caseId, step, isGuest, refresh }: StepLineProps) {
  const t = useWords('plan');
  const { offer, offerUndo } = useUndo();
  if (step.content.is !== 'open') return <Closed item={step} />;
  const { text } = step.content.body;
  return (
    <>
      {step.mayTick ? (
        <StepTick caseId={caseId} step={step} text={text} refresh={refresh} offerUndo={offerUndo} />
      ) : (
        <ReadStep step={step} text={text} />
      )}
      <div className={css.stepMore}>
        <StepMeta step={step} isGuest={isGuest} />
        <UndoLine offer={offer} />
        <Disclosed
          label={t('step.change')}
          name={t('step.changeNamed', { step: text })}
          kind="quiet"
          small
          icon="edit"
          offered={step.mayPlan}
        >
          {(close) => (
            <PlanStep caseId={caseId} step={step} refresh={refresh} offerUndo={offerUndo} close={close} />
          )}
        </Disclosed>
      </div>
    </>
  );
}

function ReadStep({ step, text }: { step: Step; text: string }) {
  const states = useWords('states');
  return (
    <p className={css.step} data-state={step.state}>
      <span className={css.mark}>{step.state === 'done' ? <Icon name="done" size={18} /> : null}</span>
      <span>
        {text} <Hidden>({states(`step.${step.state}`)})</Hidden>
      </span>
    </p>
  );
}
