import type { Service } from '@accord/directory';
import type { CaseId } from '@accord/kernel';
import { ReferInput } from '@accord/referrals';
import { Button, Row, Stack, TextArea, useAnnounce, useWords } from '@accord/ui';
import { WouldSee } from '../../app/audience.tsx';
import { Form } from '../../app/Form.tsx';
import { useContractForm } from '../../app/form.ts';
import { useTRPCClient } from '../../app/trpc.ts';
import { ServiceCard } from './ServiceCard.tsx';

interface ReferFormProps {
  caseId: CaseId;
  service: Service;
  onSent: () => void;
  onAnother: () => void;
}

export function ReferForm({ caseId, service, onSent, onAnother }: ReferFormProps) {
  const t = useWords('refer');
  const client = useTRPCClient();
  const announce = useAnnounce();
  const form = useContractForm({
    initial: { reason: '' },
    schema: ReferInput,
    input: ({ reason }) => ({ caseId, serviceId: service.serviceId, reason }),
    send: async (input) => {
      await client.referrals.refer.mutate(input);
      announce(t('sent', { service: service.name }));
      onSent();
    },
  });
  return (
    <Form form={form}>
      <Stack gap="tight">
        <p>{t('chosen')}</p>
        <ServiceCard service={service} />
      </Stack>
      <TextArea {...form.field('reason')} label={t('reason')} hint={t('reasonHint')} />
      <p>{t('notDelivered')}</p>
      <WouldSee caseId={caseId} category="service-linkage" />
      <Row>
        <Button type="submit" kind="primary" busy={form.busy}>
          {t('send')}
        </Button>
        <Button onClick={onAnother}>{t('another')}</Button>
      </Row>
    </Form>
  );
}
