import type { CaseId, GrantId } from '@accord/kernel';
import { Button, useWords } from '@accord/ui';
import { useMutation } from '@tanstack/react-query';
import { Trouble } from '../../app/Trouble.tsx';
import { useTRPC } from '../../app/trpc.ts';
import css from './consent.module.css';

interface DiscardProps {
  caseId: CaseId;
  grantId: GrantId;
  onChanged: (sentence: string) => Promise<void>;
}

/** Takes back what nobody has said yes to. Nothing was shared, so nothing is asked. */
export function Discard({ caseId, grantId, onChanged }: DiscardProps) {
  const t = useWords('permissions');
  const trpc = useTRPC();
  const discard = useMutation(
    trpc.consent.discard.mutationOptions({
      onSuccess: () => onChanged(t('discarded')),
    }),
  );
  const send = () => discard.mutate({ caseId, grantId });
  return (
    <>
      <p className={css.label}>{t('draftHint')}</p>
      <div>
        <Button small busy={discard.isPending} onClick={send}>
          {t('discard')}
        </Button>
      </div>
      {discard.error ? <Trouble error={discard.error} onRetry={send} /> : null}
    </>
  );
}
