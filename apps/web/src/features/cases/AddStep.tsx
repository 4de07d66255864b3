import { AddStepInput } from '@accord/cases';
import type { CaseId, ItemId } from '@accord/kernel';
import { Button, Row, TextField, useAnnounce, useWords } from '@accord/ui';
import { Disclosed } from '../../app/Disclosed.tsx';
import { Form } from '../../app/Form.tsx';
import { useContractForm } from '../../app/form.ts';
import { useTRPCClient } from '../../app/trpc.ts';

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
      {(close) => <StepForm {...rest} close={close} />}
    </Disclosed>
  );
}

function StepForm({ caseId, goalId, refresh, close }: Omit<AddStepProps, 'goal'> & { close: () => void }) {
  const t = useWords('cases');
  const common = useWords('common');
  const announce = useAnnounce();
  const client = useTRPCClient();
  const form = useContractForm({
    initial: { text: '' },
    schema: AddStepInput,
    input: ({ text }) => ({ caseId, goalId, text }),
    send: async (input) => {
      await client.cases.addStep.mutate(input);
      await refresh();
      announce(t('goals.stepSaved'));
      close();
    },
  });
  return (
    <Form form={form} label={t('goals.addStep')}>
      <TextField {...form.field('text')} label={t('goals.step')} hint={t('goals.stepHint')} />
      <Row>
        <Button type="submit" kind="primary" busy={form.busy}>
          {t('goals.sendStep')}
        </Button>
        <Button kind="quiet" onClick={close}>
          {common('cancel')}
        </Button>
      </Row>
    </Form>
  );
}
