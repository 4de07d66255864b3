import { DECISIONS, type PolicyCaseRun, SavePolicyCaseInput, type TryPolicyCaseInput } from '@accord/consent';
import { CardTitle, SelectField, Stack, TextField, useWords } from '@accord/ui';
import type { Close } from '../../../app/Disclosed.tsx';
import { Form } from '../../../app/Form.tsx';
import { FormButtons } from '../../../app/FormButtons.tsx';
import { useContractForm } from '../../../app/form.ts';
import { useTRPCClient } from '../../../app/trpc.ts';

interface SaveCaseProps {
  asked: TryPolicyCaseInput;
  answered: NonNullable<PolicyCaseRun['answered']>;
  onChanged: () => Promise<void>;
  close: Close;
}

/** Keeps what was asked, with a name and the answer that it must have: mostly the one it just had. */
export function SaveCase({ asked, answered, onChanged, close }: SaveCaseProps) {
  const t = useWords('tester');
  const client = useTRPCClient();
  const form = useContractForm({
    initial: { name: '', expected: answered.decision as string },
    schema: SavePolicyCaseInput,
    input: ({ name, expected }) => ({
      ...asked,
      name,
      expected: { decision: expected, reason: expected === answered.decision ? answered.reason : null },
    }),
    send: async (input) => {
      await client.policyCases.save.mutate(input);
      await onChanged();
      close(t('save.done'));
    },
  });
  return (
    <Form form={form} label={t('save.title')}>
      <CardTitle>{t('save.title')}</CardTitle>
      <Stack>
        <TextField
          {...form.field('name')}
          label={t('save.name')}
          hint={t('save.nameHint')}
          autoComplete="off"
        />
        <SelectField
          {...form.field('expected')}
          label={t('save.expected')}
          hint={t('save.expectedHint')}
          options={DECISIONS.map((value) => ({ value, label: t(`decision.${value}`) }))}
        />
      </Stack>
      <FormButtons form={form} send={t('save.send')} close={close} />
    </Form>
  );
}
