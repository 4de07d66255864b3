import { CheckField, ChooseOne, Stack, TextField, useWords } from '@accord/ui';
import type { ZodType } from 'zod';
import type { useContractForm } from '../../app/form.ts';

/** Nothing is answered or ticked beforehand. */
export const EMPTY_SIGNATURE = {
  method: '' as '' | 'typed' | 'spoken',
  signedName: '',
  witnessName: '',
  understood: false,
  notACondition: false,
  copyGiven: false,
};
const CHECKS = ['understood', 'notACondition', 'copyGiven'] as const;

type FormOf<Values extends Record<string, unknown>> = ReturnType<typeof useContractForm<Values, ZodType>>;

/** The signature: typed, or said out loud to a witness. */
export function SignatureFields({ form }: { form: FormOf<typeof EMPTY_SIGNATURE> }) {
  const t = useWords('handover');
  return (
    <>
      <ChooseOne
        id={form.fieldId('method')}
        legend={t('sign.method')}
        error={form.error('method')}
        choices={[
          { value: 'typed', label: t('sign.typed') },
          { value: 'spoken', label: t('sign.spoken') },
        ]}
        value={form.values.method === '' ? undefined : form.values.method}
        onChange={(method) => form.set('method', method)}
      />
      <TextField {...form.field('signedName')} label={t('sign.name')} autoComplete="off" />
      <TextField
        {...form.field('witnessName')}
        label={t('sign.witness')}
        hint={t('sign.witnessHint')}
        autoComplete="off"
      />
      <Stack gap="tight">
        {CHECKS.map((check) => (
          <CheckField
            key={check}
            id={form.fieldId(check)}
            label={t(`sign.${check}`)}
            error={form.error(check)}
            checked={form.values[check]}
            onChange={(checked) => form.set(check, checked)}
          />
        ))}
      </Stack>
    </>
  );
}
