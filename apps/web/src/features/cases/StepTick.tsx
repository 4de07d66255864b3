import type { CaseId } from '@accord/kernel';
import { Notice, useWords } from '@accord/ui';
import { useMutation } from '@tanstack/react-query';
import { useId } from 'react';
import { problemOf } from '../../app/problem.ts';
import { useTRPC, useTRPCClient } from '../../app/trpc.ts';
import type { Undoable } from '../../app/UndoLine.tsx';
import type { Step } from './arrange.ts';
import { Conflict } from './Conflict.tsx';
import css from './case.module.css';

interface StepTickProps {
  caseId: CaseId;
  step: Pick<Step, 'itemId' | 'state' | 'revision' | 'changed'>;
  text: string;
  refresh: () => Promise<void>;
  offerUndo: (undoable: Undoable) => void;
}

export function StepTick({ caseId, step, text, refresh, offerUndo }: StepTickProps) {
  const t = useWords('cases');
  const problems = useWords('problems');
  const states = useWords('states');
  const trpc = useTRPC();
  const client = useTRPCClient();
  const id = useId();
  const tick = useMutation(
    trpc.cases.setStep.mutationOptions({
      onSuccess: async ({ revision }, { done, stepId }) => {
        offerUndo({
          what: t(done ? 'goals.stepDone' : 'goals.stepOpen'),
          undo: async () => {
            try {
              await client.cases.setStep.mutate({ caseId, stepId, done: !done, revision });
            } finally {
              await refresh();
            }
          },
        });
        await refresh();
      },
      // Someone was faster: what they did is on the page before the next try.
      onError: async (error) => {
        if (problemOf(error).code === 'CONFLICT') await refresh();
      },
    }),
  );
  const shown = tick.isPending ? tick.variables.done : step.state === 'done';
  const problem = tick.error ? problemOf(tick.error) : null;
  const nameOf = (done: boolean) => states(`step.${done ? 'done' : 'open'}`);
  return (
    <>
      <label className={css.step} data-state={shown ? 'done' : 'open'} htmlFor={id}>
        <input
          id={id}
          type="checkbox"
          checked={shown}
          onChange={() => {
            if (tick.isPending) return;
            const done = step.state !== 'done';
            tick.mutate({ caseId, stepId: step.itemId, done, revision: step.revision });
          }}
        />
        <span>{text}</span>
      </label>
      {problem?.code === 'CONFLICT' ? (
        <Conflict
          changed={step.changed}
          differences={[
            {
              label: text,
              now: nameOf(step.state === 'done'),
              yours: nameOf(tick.variables?.done ?? false),
            },
          ]}
          kept={false}
        />
      ) : problem ? (
        <div role="alert">
          <Notice tone="care">{problem.sentence ?? problems('offlineTitle')}</Notice>
        </div>
      ) : null}
    </>
  );
}
