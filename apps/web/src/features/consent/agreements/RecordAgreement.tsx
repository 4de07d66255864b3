import {
  type Agreement,
  AGREED_PURPOSES,
  AGREEMENT_SORTS,
  type AgreementId,
  type CategoryCode,
  RecordAgreementInput,
} from '@accord/consent';
import type { Purpose } from '@accord/kernel';
import { ChooseMany, ChooseOne, DateField, SelectField, Stack, TextField, useWords } from '@accord/ui';
import type { Close } from '../../../app/Disclosed.tsx';
import { Form } from '../../../app/Form.tsx';
import { FormButtons } from '../../../app/FormButtons.tsx';
import { useContractForm } from '../../../app/form.ts';
import { useTRPCClient } from '../../../app/trpc.ts';
import { inDays } from '../../../app/when.ts';
import { KindsField } from '../KindsField.tsx';

interface RecordAgreementProps {
  agency: string;
  /** What stands now or later, which this one may take the place of. */
  replaceable: readonly Agreement[];
  onChanged: () => Promise<void>;
  close: Close;
}

/** A paper as it was signed: number, names and days as they stand on it, and what it covers. */
export function RecordAgreement({ agency, replaceable, onChanged, close }: RecordAgreementProps) {
  const t = useWords('agreements');
  const common = useWords('common');
  const purposeName = useWords('purposes');
  const client = useTRPCClient();
  const form = useContractForm({
    initial: {
      sort: '' as string,
      parties: '',
      number: '',
      digest: '',
      signedBy: '',
      signedOn: '',
      startsOn: inDays(0),
      endsOn: '',
      gives: [] as CategoryCode[],
      receives: [] as CategoryCode[],
      purposes: [] as Purpose[],
      replaces: '',
    },
    schema: RecordAgreementInput,
    input: ({ digest, endsOn, replaces, ...rest }) => ({
      ...rest,
      digest: digest.trim() === '' ? null : digest,
      endsOn: endsOn === '' ? null : endsOn,
      replaces: replaces === '' ? null : (replaces as AgreementId),
    }),
    send: async (input) => {
      await client.agreements.record.mutate(input);
      await onChanged();
      close(t('recordDone'));
    },
  });
  return (
    <Form form={form} label={t('record')}>
      <Stack gap="loose">
        <ChooseOne
          id={form.fieldId('sort')}
          legend={t('form.sort')}
          error={form.error('sort')}
          choices={AGREEMENT_SORTS.map((value) => ({
            value,
            label: t(`sorts.${value}`),
            hint: t(`sortHints.${value}`),
          }))}
          value={AGREEMENT_SORTS.find((each) => each === form.values.sort)}
          onChange={(sort) => form.set('sort', sort)}
        />
        <TextField
          {...form.field('parties')}
          label={t('form.parties')}
          hint={t('form.partiesHint')}
          autoComplete="off"
        />
        <TextField
          {...form.field('number')}
          label={t('form.number')}
          hint={t('form.numberHint')}
          autoComplete="off"
        />
        <TextField
          {...form.field('digest')}
          label={common('optional', { label: t('form.digest') })}
          hint={t('form.digestHint')}
          autoComplete="off"
        />
        <TextField {...form.field('signedBy')} label={t('form.signedBy', { agency })} autoComplete="off" />
        <DateField {...form.field('signedOn')} label={t('form.signedOn')} max={inDays(0)} />
        <DateField {...form.field('startsOn')} label={t('form.startsOn')} />
        <DateField
          {...form.field('endsOn')}
          label={common('optional', { label: t('form.endsOn') })}
          hint={t('form.endsOnHint')}
        />
        <KindsField
          id={form.fieldId('gives')}
          legend={t('form.gives', { agency })}
          hint={t('form.givesHint')}
          error={form.error('gives')}
          value={form.values.gives}
          onChange={(gives) => form.set('gives', gives)}
        />
        <KindsField
          id={form.fieldId('receives')}
          legend={t('form.receives', { agency })}
          hint={t('form.receivesHint')}
          error={form.error('receives')}
          value={form.values.receives}
          onChange={(receives) => form.set('receives', receives)}
        />
        <ChooseMany
          id={form.fieldId('purposes')}
          legend={t('form.purposes')}
          error={form.error('purposes')}
          choices={AGREED_PURPOSES.map((value) => ({ value, label: purposeName(value) }))}
          value={form.values.purposes}
          onChange={(purposes) => form.set('purposes', purposes)}
        />
        {replaceable.length === 0 ? null : (
          <SelectField
            {...form.field('replaces')}
            label={t('form.replaces')}
            hint={t('form.replacesHint')}
            options={[
              { value: '', label: t('form.replacesNone') },
              ...replaceable.map(({ agreementId, sort, number }) => ({
                value: agreementId,
                label: t('named', { sort: t(`sorts.${sort}`), number }),
              })),
            ]}
          />
        )}
      </Stack>
      <FormButtons form={form} send={t('form.send')} close={close} />
    </Form>
  );
}
