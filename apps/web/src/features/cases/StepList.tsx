import type { CaseId } from '@accord/kernel';
import { Hidden, Icon, Notice, useAnnounce, useWords } from '@accord/ui';
import { useMutation } from '@tanstack/react-query';
import { useId } from 'react';
import { problemOf } from '../../app/problem.ts';
import { useTRPC } from '../../app/trpc.ts';
import type { Step } from './arrange.ts';
import { AudienceLine } from './AudienceLine.tsx';
import { Closed } from './Closed.tsx';
import css from './case.module.css';

interface StepListProps {
  caseId: CaseId;
  steps: readonly Step[];
  /** The audience line above these steps already says this much; a step with another one says so itself. */
  shownAs?: readonly string[] | null;
  mayWrite: boolean;
  refresh: () => Promise<void>;
}

export function StepList({ steps, shownAs = null, ...rest }: StepListProps) {
  if (steps.length === 0) return null;
  return (
    <ul className={css.steps}>
      {steps.map((step) => (
        <li key={step.itemId}>
          <StepLine step={step} {...rest} />
          {sameAudience(step.audience, shownAs) ? null : (
            <AudienceLine audience={step.audience} itemId={step.itemId} />
          )}
        </li>
      ))}
    </ul>
  );
}

const sameAudience = (a: readonly string[] | null, b: readonly string[] | null) =>
  JSON.stringify(a?.toSorted()) === JSON.stringify(b?.toSorted());

type StepLineProps = Omit<StepListProps, 'steps' | 'shownAs'> & { step: Step };

function StepLine({ step, mayWrite, ...rest }: StepLineProps) {
  const states = useWords('states');
  if (step.content.is !== 'open') return <Closed item={step} />;
  const { text } = step.content.body;
  if (mayWrite) return <TickableStep step={step} text={text} {...rest} />;
  return (
    <p className={css.step} data-state={step.state}>
      <span className={css.mark}>{step.state === 'done' ? <Icon name="done" size={18} /> : null}</span>
      <span>
        {text} <Hidden>({states(`step.${step.state}`)})</Hidden>
      </span>
    </p>
  );
}

type TickableStepProps = Omit<StepLineProps, 'mayWrite'> & { text: string };

function TickableStep({ caseId, step, text, refresh }: TickableStepProps) {
  const t = useWords('cases');
  const problems = useWords('problems');
  const announce = useAnnounce();
  const trpc = useTRPC();
  const id = useId();
  const tick = useMutation(
    trpc.cases.setStep.mutationOptions({
      onSuccess: async (_answer, { done }) => {
        announce(t(done ? 'goals.stepDone' : 'goals.stepOpen'));
        await refresh();
      },
      // Someone was faster: what they did is on the page before the next try.
      onError: (error) => {
        if (problemOf(error).code === 'CONFLICT') void refresh();
      },
    }),
  );
  const shown = tick.isPending ? tick.variables.done : step.state === 'done';
  const problem = tick.error ? problemOf(tick.error) : null;
  return (
    <>
      <label className={css.step} data-state={shown ? 'done' : 'open'} htmlFor={id}>
        <input
          id={id}
          type="checkbox"
          checked={shown}
          onChange={() => {
            if (tick.isPending) return;
            tick.mutate({
              caseId,
              stepId: step.itemId,
              done: step.state !== 'done',
              revision: step.revision,
            });
          }}
        />
        <span>{text}</span>
      </label>
      {problem ? (
        <div role="alert">
          <Notice tone="care">{problem.sentence ?? problems('offlineTitle')}</Notice>
        </div>
      ) : null}
    </>
  );
}
