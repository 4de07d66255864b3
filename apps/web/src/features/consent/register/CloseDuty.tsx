import {
  CloseDutyInput,
  type DutyEntry,
  LATE_BECAUSE,
  type LawBasisEntry,
  SUBPOENA_OUTCOMES,
} from '@accord/consent';
import { ChooseOne, DateTimeField, Notice, SelectField, Stack, TextField, useWords } from '@accord/ui';
import { type Close, Disclosed } from '../../../app/Disclosed.tsx';
import { Form } from '../../../app/Form.tsx';
import { FormButtons } from '../../../app/FormButtons.tsx';
import { useContractForm } from '../../../app/form.ts';
import { useTRPCClient } from '../../../app/trpc.ts';
import { instantOf, localOf } from '../../../app/when.ts';
import { useEntryName } from './useEntryName.ts';

interface CloseDutyProps {
  entry: DutyEntry;
  orders: readonly LawBasisEntry[];
  refresh: () => Promise<void>;
}

/** Says how it ended: a duty with the number that its receiver gave, a subpoena with what became of it. */
export function CloseDuty(props: CloseDutyProps) {
  const t = useWords('register');
  const nameOf = useEntryName();
  return (
    <Disclosed
      label={t(`close.open.${props.entry.kind}`)}
      name={t('close.openNamed', { what: nameOf(props.entry) })}
      small
    >
      {(close) => <CloseForm {...props} close={close} />}
    </Disclosed>
  );
}

function CloseForm({ entry, orders, refresh, close }: CloseDutyProps & { close: Close }) {
  const t = useWords('register');
  const client = useTRPCClient();
  const nameOf = useEntryName();
  const { kind, caseId, entryId, dueAt, standing } = entry;
  const form = useContractForm({
    initial: {
      outcome: kind === 'duty' ? 'done' : '',
      confirmation: '',
      doneAt: localOf(),
      basisId: '',
      lateBecause: '',
    },
    schema: CloseDutyInput,
    input: ({ outcome, confirmation, doneAt, basisId, lateBecause }) => ({
      caseId,
      entryId,
      outcome,
      ...(outcome === 'done' ? { confirmation, doneAt: instantOf(doneAt) } : {}),
      ...(outcome === 'ordered' ? { basisId } : {}),
      ...(lateBecause ? { lateBecause } : {}),
    }),
    send: async (input) => {
      await client.register.close.mutate(input);
      await refresh();
      close(t('close.done'));
    },
  });
  const { outcome, doneAt } = form.values;
  // What is done may have been done in time; all else ends now, by the server's clock.
  const isLate =
    outcome === 'done'
      ? Date.parse(instantOf(doneAt)) >= Date.parse(dueAt)
      : outcome !== 'mistake' && standing === 'overdue';
  const outcomes = kind === 'duty' ? (['done', 'mistake'] as const) : SUBPOENA_OUTCOMES;
  return (
    <Form form={form} label={t('close.openNamed', { what: nameOf(entry) })}>
      <Stack>
        <ChooseOne
          id={form.fieldId('outcome')}
          legend={t('close.outcome')}
          error={form.error('outcome')}
          choices={outcomes.map((value) => ({
            value,
            label: value === 'done' ? t('standing.done') : t(`outcomes.${value}`),
          }))}
          value={outcomes.find((each) => each === outcome)}
          onChange={(value) => form.set('outcome', value)}
        />
        {outcome === 'done' ? (
          <>
            <TextField
              {...form.field('confirmation')}
              label={t('close.confirmation')}
              hint={t('close.confirmationHint')}
              autoComplete="off"
            />
            <DateTimeField {...form.field('doneAt')} label={t('close.doneAt')} />
          </>
        ) : null}
        {outcome === 'ordered' ? <OrderField form={form} orders={orders} /> : null}
        {isLate ? (
          <ChooseOne
            id={form.fieldId('lateBecause')}
            legend={t('close.late')}
            error={form.error('lateBecause')}
            choices={LATE_BECAUSE.map((value) => ({ value, label: t(`lateBecause.${value}`) }))}
            value={LATE_BECAUSE.find((each) => each === form.values.lateBecause)}
            onChange={(value) => form.set('lateBecause', value)}
          />
        ) : null}
      </Stack>
      <FormButtons form={form} send={t('close.send')} close={close} />
    </Form>
  );
}

interface OrderFieldProps {
  form: Pick<ReturnType<typeof useContractForm<{ basisId: string }, never>>, 'field'>;
  orders: readonly LawBasisEntry[];
}

/** The order that it led to, which is recorded by itself: an order opens, and a subpoena never does. */
function OrderField({ form, orders }: OrderFieldProps) {
  const t = useWords('register');
  if (orders.length === 0) return <Notice tone="care">{t('close.orderNone')}</Notice>;
  return (
    <SelectField
      {...form.field('basisId')}
      label={t('close.order')}
      options={[
        { value: '', label: t('close.orderChoose') },
        ...orders.map(({ basisId, evidence }) => ({ value: basisId, label: evidence })),
      ]}
    />
  );
}
