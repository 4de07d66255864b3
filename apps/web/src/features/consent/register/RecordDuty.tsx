import { DUTY_EVENTS, type DutyEvent, RecordDutyInput } from '@accord/consent';
import type { CaseId } from '@accord/kernel';
import { ChooseOne, DateField, DateTimeField, Stack, TextField, useWords } from '@accord/ui';
import { type Close, Disclosed } from '../../../app/Disclosed.tsx';
import { Form } from '../../../app/Form.tsx';
import { FormButtons } from '../../../app/FormButtons.tsx';
import { useContractForm } from '../../../app/form.ts';
import { useTRPCClient } from '../../../app/trpc.ts';
import { instantOf, localOf } from '../../../app/when.ts';

interface RecordDutyProps {
  caseId: CaseId;
  refresh: () => Promise<void>;
}

const KINDS = ['subpoena', 'duty'] as const;
const EVENTS = Object.keys(DUTY_EVENTS) as DutyEvent[];

/** Writes down a paper that came or a duty that began, from when the agency had it. It opens nothing. */
export function RecordDuty(props: RecordDutyProps) {
  const t = useWords('register');
  return <Disclosed label={t('record.open')}>{(close) => <RecordForm {...props} close={close} />}</Disclosed>;
}

function RecordForm({ caseId, refresh, close }: RecordDutyProps & { close: Close }) {
  const t = useWords('register');
  const client = useTRPCClient();
  const form = useContractForm({
    initial: { kind: '', event: '', number: '', receivedAt: localOf(), answerBy: '' },
    schema: RecordDutyInput,
    input: ({ kind, event, number, receivedAt, answerBy }) => ({
      caseId,
      kind,
      receivedAt: instantOf(receivedAt),
      ...(kind === 'subpoena' ? { number, answerBy } : {}),
      ...(kind === 'duty' ? { event } : {}),
    }),
    send: async (input) => {
      await client.register.record.mutate(input);
      await refresh();
      close(t('record.done'));
    },
  });
  const kind = KINDS.find((each) => each === form.values.kind);
  return (
    <Form form={form} label={t('record.open')}>
      <Stack>
        <ChooseOne
          id={form.fieldId('kind')}
          legend={t('record.kind')}
          error={form.error('kind')}
          choices={KINDS.map((value) => ({ value, label: t(`record.kinds.${value}`) }))}
          value={kind}
          onChange={(value) => form.set('kind', value)}
        />
        {kind === 'duty' ? (
          <ChooseOne
            id={form.fieldId('event')}
            legend={t('record.event')}
            error={form.error('event')}
            choices={EVENTS.map((value) => ({ value, label: t(`record.events.${value}`) }))}
            value={EVENTS.find((each) => each === form.values.event)}
            onChange={(value) => form.set('event', value)}
          />
        ) : null}
        {kind === 'subpoena' ? (
          <TextField
            {...form.field('number')}
            label={t('record.number')}
            hint={t('record.numberHint')}
            autoComplete="off"
          />
        ) : null}
        {kind ? (
          <DateTimeField
            {...form.field('receivedAt')}
            label={t(`record.receivedAt.${kind}`)}
            hint={t('record.receivedHint')}
          />
        ) : null}
        {kind === 'subpoena' ? <DateField {...form.field('answerBy')} label={t('record.answerBy')} /> : null}
      </Stack>
      <FormButtons form={form} send={t('record.send')} close={close} />
    </Form>
  );
}
