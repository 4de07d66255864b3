import { PutOnCallInput } from '@accord/consent';
import { Button, DateField, Row, SelectField, Stack, TextField, useWords } from '@accord/ui';
import { useQuery } from '@tanstack/react-query';
import { Form } from '../../../app/Form.tsx';
import { useContractForm } from '../../../app/form.ts';
import { useStaff } from '../../../app/session.ts';
import { useTRPC, useTRPCClient } from '../../../app/trpc.ts';
import { inDays } from '../../../app/when.ts';

/** Puts a colleague on call, with a number and a last day. Nobody puts themselves there. */
export function PutOnCall({ onChanged }: { onChanged: (sentence: string) => Promise<void> }) {
  const t = useWords('emergencies');
  const trpc = useTRPC();
  const client = useTRPCClient();
  const me = useStaff();
  const colleagues = useQuery(trpc.identity.colleagues.queryOptions());
  const all = colleagues.data?.agencies.find(({ agencyId }) => agencyId === me?.agency.agencyId)?.staff ?? [];
  const others = all.filter(({ staffId }) => staffId !== me?.staffId);
  const form = useContractForm({
    initial: { staffId: '', phone: '', endsOn: inDays(7) },
    schema: PutOnCallInput,
    input: (values) => values,
    missing: { staffId: t('set.chooseColleague') },
    send: async (input) => {
      await client.emergencies.putOnCall.mutate(input);
      form.reset();
      await onChanged(
        t('set.putDone', { name: others.find(({ staffId }) => staffId === input.staffId)?.name ?? '' }),
      );
    },
  });
  return (
    <Form form={form} label={t('set.who')}>
      <Stack>
        <SelectField
          {...form.field('staffId')}
          label={t('set.colleague')}
          options={[
            { value: '', label: t('set.chooseColleague') },
            ...others.map(({ staffId, name, title }) => ({
              value: staffId,
              label: t('person', { title: name, agency: title }),
            })),
          ]}
        />
        <TextField {...form.field('phone')} label={t('set.phone')} autoComplete="off" />
        <DateField
          {...form.field('endsOn')}
          label={t('set.endsOn')}
          hint={t('set.endsOnHint')}
          min={inDays(0)}
          max={inDays(31)}
        />
      </Stack>
      <Row>
        <Button type="submit" kind="primary" busy={form.busy}>
          {t('set.put')}
        </Button>
      </Row>
    </Form>
  );
}
