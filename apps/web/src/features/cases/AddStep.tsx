import { AddStepInput, type Doers } from '@accord/cases';
import type { CaseId, ItemId } from '@accord/kernel';
import { Stack, TextField, useWords } from '@accord/ui';
import { Disclosed, type Close } from '../../app/Disclosed.tsx';
import { Form } from '../../app/Form.tsx';
import { FormButtons } from '../../app/FormButtons.tsx';
import { useContractForm } from '../../app/form.ts';
import { Loaded } from '../../app/Loaded.tsx';
import { useTRPCClient } from '../../app/trpc.ts';
import { PlanFields, planInput, useDoers } from './PlanFields.tsx';

interface AddStepProps {
  caseId: CaseId;
  goalId: ItemId;
  /** The goal's words, so that the button says which goal it belongs to. */
  goal: string;
  refresh: () => Promise<void>;
}

export function AddStep({ goal, ...rest }: AddStepProps) {
  const t = useWords('cases');
  return (
    <Disclosed label={t('goals.addStep')} name={t('goals.addStepTo', { goal })} kind="quiet" small>
      {(close) => <WithDoers {...rest} close={close} />}
    </Disclosed>
  );
}

type FormProps = Omit<AddStepProps, 'goal'> & { close: Close };

/** The form is there at once; who can be chosen comes a moment later. */
function WithDoers(props: FormProps) {
  const query = useDoers(props.caseId);
  return (
    <>
      <StepForm {...props} doers={query.data?.doers ?? []} />
      {query.isError ? <Loaded query={query}>{() => null}</Loaded> : null}
    </>
  );
}

function StepForm({ caseId, goalId, refresh, close, doers }: FormProps & Doers) {
  const t = useWords('cases');
  const client = useTRPCClient();
  const form = useContractForm({
    initial: { text: '', doer: '', dueOn: '' },
    schema: AddStepInput,
    input: ({ text, ...plan }) => {
      const { doer, dueOn } = planInput(plan);
      return { caseId, goalId, text, doer, ...(dueOn ? { dueOn } : {}) };
    },
    send: async (input) => {
      await client.cases.addStep.mutate(input);
      await refresh();
      close(t('goals.stepSaved'));
    },
  });
  return (
    <Form form={form} label={t('goals.addStep')}>
      <Stack>
        <TextField {...form.field('text')} label={t('goals.step')} hint={t('goals.stepHint')} />
        <PlanFields doers={doers} field={form.field} />
      </Stack>
      <FormButtons form={form} send={t('goals.sendStep')} close={close} />
    </Form>
  );
}
