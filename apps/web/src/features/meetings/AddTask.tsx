import { AddStepInput } from '@accord/cases';
import type { ItemId } from '@accord/kernel';
import { SelectField, Stack, TextField, useWords } from '@accord/ui';
import { Disclosed, type Close } from '../../app/Disclosed.tsx';
import { Form } from '../../app/Form.tsx';
import { FormButtons } from '../../app/FormButtons.tsx';
import { useContractForm } from '../../app/form.ts';
import { useTRPCClient } from '../../app/trpc.ts';
import type { MeetingAt } from './useMeeting.ts';

interface AddTaskProps {
  at: MeetingAt;
  goals: readonly { goalId: ItemId; text: string }[];
  refresh: () => Promise<void>;
}

/** A step toward one of the goals that this reader sees: a task of a meeting is nothing else. */
export function AddTask(props: AddTaskProps) {
  const t = useWords('meetings');
  if (props.goals.length === 0) return null;
  return <Disclosed label={t('addStep')}>{(close) => <TaskForm {...props} close={close} />}</Disclosed>;
}

function TaskForm({ at, goals, refresh, close }: AddTaskProps & { close: Close }) {
  const t = useWords('meetings');
  const client = useTRPCClient();
  const form = useContractForm({
    initial: { goalId: goals[0]?.goalId ?? '', text: '' },
    schema: AddStepInput,
    input: ({ goalId, text }) => ({ caseId: at.caseId, goalId, text }),
    send: async (input) => {
      await client.cases.addStep.mutate(input);
      await refresh();
      close(t('stepDone'));
    },
  });
  return (
    <Form form={form} label={t('addStep')}>
      <Stack>
        <SelectField
          {...form.field('goalId')}
          label={t('stepGoal')}
          options={goals.map(({ goalId, text }) => ({ value: goalId, label: text }))}
        />
        <TextField {...form.field('text')} label={t('stepText')} />
      </Stack>
      <FormButtons form={form} send={t('stepSend')} close={close} />
    </Form>
  );
}
