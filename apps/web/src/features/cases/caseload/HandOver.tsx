import { type Caseloads, HandOverInput } from '@accord/cases';
import { ChooseMany, ChooseOne, DateField, SelectField, Stack, useWords } from '@accord/ui';
import type { Close } from '../../../app/Disclosed.tsx';
import { Form } from '../../../app/Form.tsx';
import { useContractForm } from '../../../app/form.ts';
import { FormButtons } from '../../../app/FormButtons.tsx';
import { useTRPCClient } from '../../../app/trpc.ts';

interface HandOverProps extends Pick<Caseloads, 'colleagues'> {
  person: Caseloads['people'][number];
  onChanged: (sentence: string) => Promise<void>;
  close: Close;
}

const HOW_LONG = ['for-good', 'until'] as const;

/** All of somebody's cases, or some, to a colleague: for good or until they are back. */
export function HandOver({ person, colleagues, onChanged, close }: HandOverProps) {
  const t = useWords('caseload');
  const client = useTRPCClient();
  const { staffId, name, cases } = person;
  const form = useContractForm({
    initial: {
      comes: '',
      caseIds: cases.map(({ caseId }) => caseId) as string[],
      howLong: 'for-good' as (typeof HOW_LONG)[number],
      untilOn: '',
    },
    schema: HandOverInput,
    input: ({ comes, caseIds, howLong, untilOn }) => ({
      leaves: staffId,
      comes,
      caseIds,
      untilOn: howLong === 'until' ? untilOn : null,
    }),
    missing: { comes: t('chooseWho') },
    send: async (input) => {
      await client.cases.handOver.mutate(input);
      close();
      const who = colleagues.find((each) => each.staffId === input.comes)?.name ?? '';
      await onChanged(t('done', { name: who, count: input.caseIds.length }));
    },
  });
  return (
    <Form form={form} label={t('handNamed', { name })}>
      <Stack>
        <SelectField
          {...form.field('comes')}
          label={t('who')}
          options={[
            { value: '', label: t('chooseWho') },
            ...colleagues
              .filter((each) => each.staffId !== staffId)
              .map((each) => ({
                value: each.staffId,
                label: t('person', { name: each.name, title: each.title }),
              })),
          ]}
        />
        <ChooseOne
          id={form.fieldId('howLong')}
          legend={t('howLong')}
          choices={HOW_LONG.map((value) => ({ value, label: t(`long.${value}`, { name }) }))}
          value={form.values.howLong}
          onChange={(value) => form.set('howLong', value)}
        />
        {form.values.howLong === 'until' ? (
          <DateField {...form.field('untilOn')} label={t('untilOn')} />
        ) : null}
        <ChooseMany
          id={form.fieldId('caseIds')}
          legend={t('which')}
          hint={t('whatHolds')}
          error={form.error('caseIds')}
          choices={cases.map(({ caseId, codeName }) => ({ value: caseId as string, label: codeName }))}
          value={form.values.caseIds}
          onChange={(value) => form.set('caseIds', value)}
        />
      </Stack>
      <FormButtons form={form} send={t('send', { count: form.values.caseIds.length })} close={close} />
    </Form>
  );
}
