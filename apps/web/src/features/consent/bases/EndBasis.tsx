import { END_REASONS, EndBasisInput, type LawBasisEntry } from '@accord/consent';
import type { CaseId } from '@accord/kernel';
import { Button, ChooseOne, Row, useWords } from '@accord/ui';
import { useEffect, useState } from 'react';
import { Form } from '../../../app/Form.tsx';
import { useContractForm } from '../../../app/form.ts';
import { useTRPCClient } from '../../../app/trpc.ts';

interface EndBasisProps {
  caseId: CaseId;
  basis: LawBasisEntry;
  onChanged: (sentence: string) => Promise<void>;
}

/** Ends it, with a reason: it closes from the moment the server has it. */
export function EndBasis({ caseId, basis, onChanged }: EndBasisProps) {
  const t = useWords('bases');
  const [asking, setAsking] = useState(false);
  const { kind, recipient } = basis;
  const name = t('endNamed', { kind: t(`kind.${kind}`), name: recipient.name });
  return (
    <>
      {asking ? (
        <EndForm
          caseId={caseId}
          basis={basis}
          label={name}
          onKeep={() => setAsking(false)}
          onEnded={async () => {
            setAsking(false);
            await onChanged(t('endedNow', { name: recipient.name }));
          }}
        />
      ) : null}
      {/* Kept, so that the focus finds its way back to it. */}
      <div hidden={asking}>
        <Button kind="stop" small aria-label={name} onClick={() => setAsking(true)}>
          {t('end')}
        </Button>
      </div>
    </>
  );
}

interface EndFormProps {
  caseId: CaseId;
  basis: LawBasisEntry;
  label: string;
  onKeep: () => void;
  onEnded: () => Promise<void>;
}

function EndForm({ caseId, basis: { basisId }, label, onKeep, onEnded }: EndFormProps) {
  const t = useWords('bases');
  const client = useTRPCClient();
  const form = useContractForm({
    initial: { reason: '' },
    schema: EndBasisInput,
    input: ({ reason }) => ({ caseId, basisId, reason }),
    send: async (input) => {
      await client.bases.end.mutate(input);
      await onEnded();
    },
    keepsWords: false,
  });
  const first = form.fieldId('reason');
  useEffect(() => {
    const before = document.activeElement;
    document.getElementById(first)?.focus();
    return () => {
      if (document.activeElement === document.body && before instanceof HTMLElement) before.focus();
    };
  }, [first]);
  return (
    <Form form={form} label={label}>
      <ChooseOne
        id={first}
        legend={t('endWhy')}
        error={form.error('reason')}
        choices={END_REASONS.map((value) => ({ value, label: t(`endReason.${value}`) }))}
        value={END_REASONS.find((each) => each === form.values.reason)}
        onChange={(reason) => form.set('reason', reason)}
      />
      <Row>
        <Button type="submit" kind="stop" busy={form.busy}>
          {t('endNow')}
        </Button>
        <Button onClick={onKeep}>{t('keep')}</Button>
      </Row>
    </Form>
  );
}
