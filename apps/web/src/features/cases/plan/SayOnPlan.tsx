import type { CaseId } from '@accord/kernel';
import { type PlanId, type PlanStanding, RETURN_REASONS, SendBackInput } from '@accord/plans';
import { Button, ChooseOne, Notice, Row, useAnnounce, useWords } from '@accord/ui';
import { useState } from 'react';
import { Disclosed, type Close } from '../../../app/Disclosed.tsx';
import { Form } from '../../../app/Form.tsx';
import { FormButtons } from '../../../app/FormButtons.tsx';
import { useContractForm } from '../../../app/form.ts';
import { problemOf } from '../../../app/problem.ts';
import { useTRPCClient } from '../../../app/trpc.ts';

interface SayOnPlanProps {
  caseId: CaseId;
  codeName: string;
  standing: PlanStanding;
  refresh: () => Promise<void>;
}

/** What this reader can do about the plan now: send it, sign it, or send it back with a reason. */
export function SayOnPlan({ caseId, codeName, standing: { version, maySend }, refresh }: SayOnPlanProps) {
  const t = useWords('needs');
  const problems = useWords('problems');
  const client = useTRPCClient();
  const announce = useAnnounce();
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<{ is: 'done' | 'problem'; text: string } | null>(null);

  const act = async (send: () => Promise<unknown>, done: string) => {
    if (busy) return;
    setBusy(true);
    try {
      await send();
      setSaid({ is: 'done', text: done });
      announce(done);
    } catch (error) {
      setSaid({ is: 'problem', text: problemOf(error).sentence ?? problems('offlineTitle') });
    } finally {
      await refresh();
      setBusy(false);
    }
  };
  const sign = version?.maySign
    ? () => client.plans.answer.mutate({ caseId, planId: version.planId, answer: { is: 'signed' } })
    : null;
  return (
    <>
      <Row>
        {sign ? (
          <Button kind="primary" busy={busy} onClick={() => void act(sign, t('signing.signedNow'))}>
            {t('signing.sign')}
          </Button>
        ) : null}
        {maySend ? (
          <Button
            busy={busy}
            onClick={() =>
              void act(() => client.plans.send.mutate({ caseId }), t('signing.sent', { code: codeName }))
            }
          >
            {t(version ? 'signing.sendAgain' : 'signing.send')}
          </Button>
        ) : null}
      </Row>
      {version?.maySendBack ? (
        <Disclosed label={t('signing.back')} kind="quiet" icon="back" small>
          {(close) => <BackForm caseId={caseId} planId={version.planId} refresh={refresh} close={close} />}
        </Disclosed>
      ) : null}
      {said ? (
        <div role={said.is === 'problem' ? 'alert' : undefined}>
          <Notice tone={said.is === 'done' ? 'ok' : 'care'}>{said.text}</Notice>
        </div>
      ) : null}
    </>
  );
}

function BackForm(props: { caseId: CaseId; planId: PlanId; refresh: () => Promise<void>; close: Close }) {
  const { caseId, planId, refresh, close } = props;
  const t = useWords('needs');
  const client = useTRPCClient();
  const form = useContractForm({
    initial: { reason: '' },
    schema: SendBackInput,
    input: (values) => values,
    send: async ({ reason }) => {
      await client.plans.answer.mutate({ caseId, planId, answer: { is: 'sent-back', reason } });
      await refresh();
      close(t('signing.sentBackNow'));
    },
  });
  const { id, value, error } = form.field('reason');
  return (
    <Form form={form} label={t('signing.back')}>
      <ChooseOne
        id={id}
        legend={t('signing.why')}
        error={error}
        choices={RETURN_REASONS.map((reason) => ({ value: reason, label: t(`signing.reasons.${reason}`) }))}
        value={RETURN_REASONS.find((reason) => reason === value)}
        onChange={(reason) => form.set('reason', reason)}
      />
      <FormButtons form={form} send={t('signing.sendBack')} close={close} />
    </Form>
  );
}
