import { COUNTED_FROM, RETENTION_SOURCES, type RetentionSource, SetRetentionInput } from '@accord/cases';
import { CATEGORIES } from '@accord/consent';
import { ChooseOne, SelectField, Stack, TextField, useWords } from '@accord/ui';
import type { Close } from '../../app/Disclosed.tsx';
import { Form } from '../../app/Form.tsx';
import { FormButtons } from '../../app/FormButtons.tsx';
import { useContractForm } from '../../app/form.ts';
import { useTRPCClient } from '../../app/trpc.ts';

const SOURCES = Object.keys(RETENTION_SOURCES) as RetentionSource[];

interface SetRuleProps {
  onChanged: () => Promise<void>;
  close: Close;
}

/** Gives one kind a time: where it comes from, how many years, and from when they count. */
export function SetRule({ onChanged, close }: SetRuleProps) {
  const t = useWords('keeping');
  const categories = useWords('categories');
  const client = useTRPCClient();
  const form = useContractForm({
    initial: { kind: '', source: '', number: '', years: '', countedFrom: '' },
    schema: SetRetentionInput,
    input: ({ years, ...values }) => ({ ...values, years: years.trim() === '' ? undefined : Number(years) }),
    send: async (input) => {
      await client.keeping.setRule.mutate(input);
      await onChanged();
      close(t('schedule.setDone'));
    },
  });
  return (
    <Form form={form} label={t('schedule.set')}>
      <Stack>
        <SelectField
          {...form.field('kind')}
          label={t('schedule.kind')}
          options={[
            { value: '', label: t('schedule.chooseKind') },
            ...CATEGORIES.map(({ code }) => ({ value: code, label: categories(`${code}.label`) })),
          ]}
        />
        <ChooseOne
          id={form.fieldId('source')}
          legend={t('schedule.source')}
          error={form.error('source')}
          choices={SOURCES.map((value) => {
            const { cite, least } = RETENTION_SOURCES[value];
            return {
              value,
              label: t(`source.${value}`),
              ...(cite ? { hint: t('schedule.least', { cite, years: t('years', { count: least }) }) } : {}),
            };
          })}
          value={SOURCES.find((each) => each === form.values.source)}
          onChange={(value) => form.set('source', value)}
        />
        <TextField
          {...form.field('number')}
          label={t('schedule.number')}
          hint={t('schedule.numberHint')}
          autoComplete="off"
        />
        <TextField
          {...form.field('years')}
          label={t('schedule.years')}

          autoComplete="off"
        />
        <ChooseOne
          id={form.fieldId('countedFrom')}
          legend={t('schedule.countedFrom')}
          error={form.error('countedFrom')}
          choices={COUNTED_FROM.map((value) => ({ value, label: t(`counted.${value}`) }))}
          value={COUNTED_FROM.find((each) => each === form.values.countedFrom)}
          onChange={(value) => form.set('countedFrom', value)}
        />
      </Stack>
      <FormButtons form={form} send={t('schedule.send')} close={close} />
    </Form>
  );
}
