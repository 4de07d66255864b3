import { type Doers, PlanStepInput } from '@accord/cases';
import type { CaseId } from '@accord/kernel';
import { Notice, Stack, useWords } from '@accord/ui';
import { useState } from 'react';
import type { Close } from '../../app/Disclosed.tsx';
import { Form } from '../../app/Form.tsx';
import { FormButtons } from '../../app/FormButtons.tsx';
import { useContractForm } from '../../app/form.ts';
import { Loaded } from '../../app/Loaded.tsx';
import { useTRPCClient } from '../../app/trpc.ts';
import type { Undoable } from '../../app/UndoLine.tsx';
import { shortDay } from '../../app/when.ts';
import type { Step } from './arrange.ts';
import { Conflict } from './Conflict.tsx';
import { PlanFields, planInput, planOf, type PlanValues, useDoers, YOUNG } from './PlanFields.tsx';
import { useBase } from './useBase.ts';

interface PlanStepProps {
  caseId: CaseId;
  step: Step;
  refresh: () => Promise<void>;
  offerUndo: (undoable: Undoable) => void;
  close: Close;
}

/** Who does a step, and by when. */
export function PlanStep(props: PlanStepProps) {
  const query = useDoers(props.caseId);
  return <Loaded query={query}>{({ doers }) => <PlanForm {...props} doers={doers} />}</Loaded>;
}

function PlanForm({ caseId, step, refresh, offerUndo, close, doers }: PlanStepProps & Doers) {
  const t = useWords('plan');
  const states = useWords('states');
  const client = useTRPCClient();
  const { revision, opened, hasMoved, guard } = useBase(step, refresh);
  const [start] = useState(() => startOf(opened, doers));
  const form = useContractForm({
    initial: start,
    schema: PlanStepInput,
    input: (values) => ({ caseId, stepId: step.itemId, revision, ...planInput(values) }),
    send: async (input) => {
      const before = PlanStepInput.parse({ ...input, ...planInput(planOf(step)) });
      const saved = await guard(() => client.cases.planStep.mutate(input));
      offerUndo({
        what: t('step.saved'),
        undo: async () => {
          try {
            await client.cases.planStep.mutate({ ...before, revision: saved.revision });
          } finally {
            await refresh();
          }
        },
      });
      await refresh();
      close();
    },
  });
  const nameOf = (doer: string) =>
    doer === YOUNG ? t('doer.youngPerson') : (doers.find(({ staffId }) => staffId === doer)?.name ?? '');
  const dayOf = (on: string) => (on ? shortDay(on) : '');
  const now = planOf(step);
  const differences = [
    { label: t('doer.label'), now: nameOf(now.doer), yours: nameOf(form.values.doer) },
    { label: t('due.label'), now: dayOf(now.dueOn), yours: dayOf(form.values.dueOn) },
    ...(step.state === opened.state
      ? []
      : [
          {
            label: t('step.state'),
            now: states(`step.${step.state}`),
            yours: states(`step.${opened.state}`),
          },
        ]),
  ].filter((each) => each.now !== each.yours);
  const lost = start.doer === '' && opened.doer && 'name' in opened.doer ? opened.doer.name : null;
  return (
    <Form form={form} label={t('step.change')}>
      {hasMoved && !form.busy ? <Conflict changed={step.changed} differences={differences} kept /> : null}
      {lost ? <Notice tone="care">{t('doer.lost', { name: lost })}</Notice> : null}
      <Stack>
        <PlanFields doers={doers} field={form.field} />
      </Stack>
      <FormButtons form={form} send={t('step.save')} close={close} />
    </Form>
  );
}

/** Whoever cannot see the step any more is no choice to begin from. */
function startOf(step: Step, doers: Doers['doers']): PlanValues {
  const plan = planOf(step);
  const isThere = plan.doer === YOUNG || doers.some(({ staffId }) => staffId === plan.doer);
  return isThere ? plan : { ...plan, doer: '' };
}
