import { AddGoalInput } from '@accord/cases';
import type { CaseId } from '@accord/kernel';
import { Stack, TextArea, TextField, useWords } from '@accord/ui';
import { WouldSee } from '../../app/audience.tsx';
import { Disclosed, type Close } from '../../app/Disclosed.tsx';
import { Form } from '../../app/Form.tsx';
import { FormButtons } from '../../app/FormButtons.tsx';
import { useContractForm } from '../../app/form.ts';
import { useTRPCClient } from '../../app/trpc.ts';

interface AddGoalProps {
  caseId: CaseId;
  refresh: () => Promise<void>;
}

export function AddGoal(props: AddGoalProps) {
  const t = useWords('cases');
  return <Disclosed label={t('goals.add')}>{(close) => <GoalForm {...props} close={close} />}</Disclosed>;
}

function GoalForm({ caseId, refresh, close }: AddGoalProps & { close: Close }) {
  const t = useWords('cases');
  const common = useWords('common');
  const client = useTRPCClient();
  const form = useContractForm({
    initial: { ownWords: '', adultWords: '' },
    schema: AddGoalInput,
    input: ({ ownWords, adultWords }) => ({ caseId, ownWords, ...(adultWords.trim() ? { adultWords } : {}) }),
    send: async (input) => {
      await client.cases.addGoal.mutate(input);
      await refresh();
      close(t('goals.saved'));
    },
  });
  return (
    <Form form={form} label={t('goals.add')}>
      <Stack>
        <TextField {...form.field('ownWords')} label={t('goals.ownWords')} hint={t('goals.ownWordsHint')} />
        <TextArea
          {...form.field('adultWords')}
          label={common('optional', { label: t('goals.adultWords') })}
          hint={t('goals.adultWordsHint')}
          rows={2}
        />
      </Stack>
      <WouldSee caseId={caseId} category="case-plan" />
      <FormButtons form={form} send={t('goals.send')} close={close} />
    </Form>
  );
}
