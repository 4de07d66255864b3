import { AddAppointmentInput } from '@accord/cases';
import type { CaseId } from '@accord/kernel';
import { DateTimeField, Stack, TextField, useWords } from '@accord/ui';
import { WouldSee } from '../../app/audience.tsx';
import { Disclosed, type Close } from '../../app/Disclosed.tsx';
import { Form } from '../../app/Form.tsx';
import { FormButtons } from '../../app/FormButtons.tsx';
import { useContractForm } from '../../app/form.ts';
import { useTRPCClient } from '../../app/trpc.ts';
import { instantOf } from '../../app/when.ts';

interface AddAppointmentProps {
  caseId: CaseId;
  refresh: () => Promise<void>;
}

export function AddAppointment(props: AddAppointmentProps) {
  const t = useWords('plan');
  return (
    <Disclosed label={t('appointment.add')}>
      {(close) => <AppointmentForm {...props} close={close} />}
    </Disclosed>
  );
}

function AppointmentForm({ caseId, refresh, close }: AddAppointmentProps & { close: Close }) {
  const t = useWords('plan');
  const common = useWords('common');
  const client = useTRPCClient();
  const form = useContractForm({
    initial: { what: '', startsAt: '', place: '' },
    schema: AddAppointmentInput,
    input: ({ what, startsAt, place }) => ({
      caseId,
      what,
      startsAt: instantOf(startsAt),
      ...(place.trim() ? { place } : {}),
    }),
    send: async (input) => {
      await client.cases.addAppointment.mutate(input);
      await refresh();
      close(t('appointment.saved'));
    },
  });
  return (
    <Form form={form} label={t('appointment.add')}>
      <Stack>
        <TextField {...form.field('what')} label={t('appointment.what')} hint={t('appointment.whatHint')} />
        <DateTimeField {...form.field('startsAt')} label={t('appointment.startsAt')} />
        <TextField
          {...form.field('place')}
          label={common('optional', { label: t('appointment.place') })}
          hint={t('appointment.placeHint')}
        />
      </Stack>
      <WouldSee caseId={caseId} category="appointments" />
      <FormButtons form={form} send={t('appointment.send')} close={close} />
    </Form>
  );
}
