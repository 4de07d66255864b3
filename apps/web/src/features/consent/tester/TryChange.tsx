import { Category, type PolicyCase, type PolicyCaseRun, TryPolicyCaseInput } from '@accord/consent';
import { Purpose } from '@accord/kernel';
import { CardTitle, DateField, SelectField, Stack, useWords } from '@accord/ui';
import { useState } from 'react';
import type { Close } from '../../../app/Disclosed.tsx';
import { Form } from '../../../app/Form.tsx';
import { FormButtons } from '../../../app/FormButtons.tsx';
import { useContractForm } from '../../../app/form.ts';
import { useTRPCClient } from '../../../app/trpc.ts';
import { KindsField } from '../KindsField.tsx';
import { Run } from './Run.tsx';
import { SaveCase } from './SaveCase.tsx';
import css from './tester.module.css';
import { useLawName } from './useNames.ts';

interface TryChangeProps {
  one: PolicyCase;
  laws: readonly string[];
  maySet: boolean;
  onChanged: (sentence?: string) => Promise<void>;
  close: Close;
}

/** Another question to the same made-up facts. Its answer stands below until something of it is changed. */
export function TryChange({ one: { key, asked }, laws, maySet, onChanged, close }: TryChangeProps) {
  const t = useWords('tester');
  const purposes = useWords('purposes');
  const law = useLawName();
  const client = useTRPCClient();
  const [told, setTold] = useState<{ input: TryPolicyCaseInput; run: PolicyCaseRun } | null>(null);
  const form = useContractForm({
    initial: {
      kinds: asked.kinds,
      purpose: asked.purposes[0] ?? '',
      on: asked.on,
      law: asked.law ?? '',
    },
    schema: TryPolicyCaseInput,
    input: (values) => ({ ...values, from: key, law: values.law || null }),
    keepsWords: false,
    send: async (input) => setTold({ input, run: await client.policyCases.try.query(input) }),
  });
  const { kinds, purpose, on } = form.values;
  const isOfThis =
    told !== null &&
    JSON.stringify([kinds, purpose, on, form.values.law || null]) ===
      JSON.stringify([told.input.kinds, told.input.purpose, told.input.on, told.input.law]);
  return (
    <Stack gap="loose">
      <Form form={form} label={t('form.title')}>
        <CardTitle>{t('form.title')}</CardTitle>
        <Stack>
          <KindsField
            id={form.fieldId('kinds')}
            only={Category.options}
            legend={t('form.kinds')}
            hint={t('form.kindsHint')}
            error={form.error('kinds')}
            value={kinds}
            onChange={(value) => form.set('kinds', value)}
          />
          <SelectField
            {...form.field('purpose')}
            label={t('form.purpose')}
            options={Purpose.options.map((value) => ({ value, label: purposes(value) }))}
          />
          <DateField {...form.field('on')} label={t('form.day')} hint={t('form.dayHint')} />
          <SelectField
            {...form.field('law')}
            label={t('form.law')}
            options={[
              { value: '', label: t('form.none') },
              ...laws.map((name) => ({ value: name, label: law(name) })),
            ]}
          />
        </Stack>
        <FormButtons form={form} send={t('form.send')} close={close} />
      </Form>
      <div aria-live="polite" className={css.answer}>
        {isOfThis ? (
          <>
            <CardTitle>{t('answer')}</CardTitle>
            <Run run={told.run} name={t('answer')} />
          </>
        ) : null}
      </div>
      {isOfThis && maySet && told.run.answered ? (
        <SaveCase asked={told.input} answered={told.run.answered} onChanged={onChanged} close={close} />
      ) : null}
    </Stack>
  );
}
