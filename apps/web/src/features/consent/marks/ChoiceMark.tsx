import type { Permission } from '@accord/consent';
import type { CaseId } from '@accord/kernel';
import { Button, useWords } from '@accord/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { askAgain } from '../../../app/queries.ts';
import { Trouble } from '../../../app/Trouble.tsx';
import { useTRPC } from '../../../app/trpc.ts';
import { monthDay } from '../../../app/when.ts';
import css from '../consent.module.css';
import { OpenMark } from './OpenMark.tsx';
import { useMarks } from './useMarks.ts';

interface ChoiceMarkProps {
  caseId: CaseId;
  permission: Permission;
  /** What its buttons call it. */
  called: string;
  code: string;
  onChanged: (sentence: string) => Promise<void>;
}

/** Folded away at the end of a card: a quiet word that a yes, or a stop, may not have been their own choice. */
export function ChoiceMark({ caseId, permission, called, code, onChanged }: ChoiceMarkProps) {
  const t = useWords('bases');
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { grantId, state } = permission;
  const { open, last } = useMarks(caseId, grantId);
  const changed = async (sentence: string) => {
    await askAgain(queries, trpc.marks.list.queryKey({ caseId }));
    await onChanged(sentence);
  };
  const mark = useMutation(
    trpc.marks.mark.mutationOptions({ onSuccess: () => changed(t('mark.done', { code })) }),
  );
  if (open) return <OpenMark caseId={caseId} mark={open} called={called} code={code} onChanged={changed} />;
  const send = () => mark.mutate({ caseId, grantId });
  return (
    <details className={css.more}>
      <summary>{t('mark.ask')}</summary>
      {last?.settled ? (
        <p>{t(`mark.settled.${last.settled.outcome}`, { code, day: monthDay(last.settled.at) })}</p>
      ) : null}
      <p>{t(state === 'stopped' ? 'mark.stop' : 'mark.permission', { code })}</p>
      <p className={css.label}>{t('mark.quiet')}</p>
      <Button small busy={mark.isPending} aria-label={t('mark.doNamed', { name: called })} onClick={send}>
        {t('mark.do')}
      </Button>
      {mark.error ? <Trouble error={mark.error} onRetry={send} /> : null}
    </details>
  );
}
