import { AddGoalInput, type ServiceFamily } from '@accord/cases';
import type { CategoryCode } from '@accord/consent';
import type { CaseId, ItemId } from '@accord/kernel';
import { SelectField, Stack, TextArea, TextField, useWords } from '@accord/ui';
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

/** The need that a goal is toward: the goal takes its kinds of data, and asks one of its families for help. */
interface Need {
  needId: ItemId;
  name: string;
  families: readonly ServiceFamily[];
  categories: readonly CategoryCode[];
}

export function AddGoal(props: AddGoalProps) {
  const t = useWords('cases');
  return <Disclosed label={t('goals.add')}>{(close) => <GoalForm {...props} close={close} />}</Disclosed>;
}

export function AddGoalToward({ need, ...rest }: AddGoalProps & { need: Need }) {
  const t = useWords('needs');
  return (
    <Disclosed label={t('addGoal')} name={t('addGoalNamed', { name: need.name })} kind="quiet" small>
      {(close) => <GoalForm {...rest} need={need} close={close} />}
    </Disclosed>
  );
}

function GoalForm({ caseId, need, refresh, close }: AddGoalProps & { need?: Need; close: Close }) {
  const t = useWords('cases');
  const needs = useWords('needs');
  const common = useWords('common');
  const client = useTRPCClient();
  const form = useContractForm({
    initial: { ownWords: '', adultWords: '', family: need?.families[0] ?? '' },
    schema: AddGoalInput,
    input: ({ ownWords, adultWords, family }) => ({
      caseId,
      ownWords,
      ...(adultWords.trim() ? { adultWords } : {}),
      ...(need ? { needId: need.needId, family } : {}),
    }),
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
        {need ? (
          <SelectField
            {...form.field('family')}
            label={needs('family')}
            options={need.families.map((value) => ({ value, label: needs(`families.${value}`) }))}
          />
        ) : null}
        <TextArea
          {...form.field('adultWords')}
          label={common('optional', { label: t('goals.adultWords') })}
          hint={t('goals.adultWordsHint')}
          rows={2}
        />
      </Stack>
      <WouldSee caseId={caseId} category={need?.categories[0] ?? 'case-plan'} />
      <FormButtons form={form} send={t('goals.send')} close={close} />
    </Form>
  );
}
