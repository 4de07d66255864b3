import type { Permission } from '@accord/consent';
import type { CaseId } from '@accord/kernel';
import { Button, useWords } from '@accord/ui';
import { useMutation } from '@tanstack/react-query';
import { Trouble } from '../../app/Trouble.tsx';
import { useTRPC } from '../../app/trpc.ts';
import { monthDay } from '../../app/when.ts';
import css from './consent.module.css';

interface PauseSharingProps {
  caseId: CaseId;
  permission: Permission;
  /** What its buttons call it. */
  called: string;
  code: string;
  /** The reader could have had it signed, and so may start it again. */
  maySign: boolean;
  onChanged: (sentence: string) => Promise<void>;
}

/** Pauses on the young person's word, and starts again; each undoes the other, so nothing is asked. */
export function PauseSharing({ caseId, permission, called, code, maySign, onChanged }: PauseSharingProps) {
  const t = useWords('permissions');
  const trpc = useTRPC();
  const { grantId, state, pausedBy, pausedByName, pausedAt, recipient } = permission;
  const { name } = recipient;
  const pause = useMutation(
    trpc.consent.pause.mutationOptions({
      onSuccess: () => onChanged(t('paused', { name })),
    }),
  );
  const resume = useMutation(
    trpc.consent.resume.mutationOptions({
      onSuccess: () => onChanged(t('resumed', { name })),
    }),
  );
  const isPaused = state === 'paused';
  const change = isPaused ? resume : pause;
  const send = () => change.mutate({ caseId, grantId });
  const mayChange = isPaused ? maySign && pausedBy === 'staff' : true;
  const hint = isPaused ? (pausedBy === 'staff' ? 'pausedForThem' : 'pausedByThem') : 'pauseHint';
  return (
    <>
      <p className={css.label}>
        {t(hint, { code, name: pausedByName ?? '', day: pausedAt ? monthDay(pausedAt) : '' })}
      </p>
      {mayChange ? (
        <div>
          <Button
            small
            busy={change.isPending}
            aria-label={t(isPaused ? 'resumeNamed' : 'pauseNamed', { name: called })}
            onClick={send}
          >
            {t(isPaused ? 'resume' : 'pause')}
          </Button>
        </div>
      ) : null}
      {change.error ? <Trouble error={change.error} onRetry={send} /> : null}
    </>
  );
}
