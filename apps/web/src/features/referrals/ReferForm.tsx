import type { Service } from '@accord/directory';
import type { CaseId } from '@accord/kernel';
import { ReferInput, type PreparedReferral } from '@accord/referrals';
import { Button, Row, Stack, TextArea, useWords } from '@accord/ui';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { WouldSee } from '../../app/audience.tsx';
import { Form } from '../../app/Form.tsx';
import { useContractForm } from '../../app/form.ts';
import { Loaded } from '../../app/Loaded.tsx';
import { leaveSentLine } from '../../app/sent-line.ts';
import { useTRPC, useTRPCClient } from '../../app/trpc.ts';
import type { AskLink } from './ask.ts';
import { ServiceCard } from './ServiceCard.tsx';
import { WhoGetsIt } from './WhoGetsIt.tsx';

interface ReferFormProps {
  caseId: CaseId;
  service: Service;
  ask: AskLink;
  onSent: () => void;
  onAnother: () => void;
}

/** The chosen service with who would get the referral: the button says what it will do, and does that. */
export function ReferForm({ caseId, service, ask, onSent, onAnother }: ReferFormProps) {
  const t = useWords('refer');
  const trpc = useTRPC();
  const client = useTRPCClient();
  const { serviceId } = service;
  const prepared = useQuery(trpc.referrals.prepare.queryOptions({ caseId, serviceId }));
  const reaches = prepared.data && reached(prepared.data);
  const top = useRef<HTMLDivElement>(null);
  // The button that was pressed is gone.
  useEffect(() => top.current?.focus(), []);
  const form = useContractForm({
    initial: { reason: '' },
    schema: ReferInput,
    input: ({ reason }) => ({ caseId, serviceId, reason }),
    send: async (input) => {
      await client.referrals.refer.mutate(input);
      leaveSentLine(
        caseId,
        reaches ? t('sentTo', { agency: reaches }) : t('sent', { service: service.name }),
      );
      onSent();
    },
  });
  return (
    <Form form={form}>
      <div ref={top} tabIndex={-1}>
        <Stack gap="tight">
          <p>{t('chosen')}</p>
          <ServiceCard service={service} />
        </Stack>
      </div>
      <Loaded query={prepared} lines={3}>
        {(found) => <WhoGetsIt caseId={caseId} prepared={found} ask={ask} />}
      </Loaded>
      <TextArea
        {...form.field('reason')}
        label={t('reason')}
        hint={`${t('reasonHint')} ${t('reasonName')}`}
      />
      <WouldSee caseId={caseId} category="service-linkage" />
      <Row>
        {prepared.data ? (
          <Button type="submit" kind="primary" busy={form.busy}>
            {reaches ? t('sendTo', { agency: reaches }) : t('put')}
          </Button>
        ) : null}
        <Button onClick={onAnother}>{t('another')}</Button>
      </Row>
    </Form>
  );
}

/** The agency whose people see it at once; null where it reaches nobody. */
const reached = ({ agency, readers }: PreparedReferral) =>
  agency && readers.length > 0 ? agency.name : null;
