import type { CaseId } from '@accord/kernel';
import { Button, Chip, Notice, useWords } from '@accord/ui';
import { useMutation } from '@tanstack/react-query';
import { problemOf } from '../../app/problem.ts';
import { useTRPC, useTRPCClient } from '../../app/trpc.ts';
import { UndoLine, useUndo } from '../../app/UndoLine.tsx';
import { shortDay } from '../../app/when.ts';
import type { OpenProfile } from './arrange.ts';
import { Conflict } from './Conflict.tsx';
import css from './case.module.css';

interface SafeContactProps {
  caseId: CaseId;
  profile: OpenProfile;
  refresh: () => Promise<void>;
}

/** What was safe two weeks ago may not be now: then the page says to ask again. */
export function ContactState({ profile }: Pick<SafeContactProps, 'profile'>) {
  const t = useWords('plan');
  const { safeContact, safeContactConfirmedOn: on } = profile.content.body;
  return (
    <span className={css.contact}>
      <span>{safeContact}</span>
      {profile.contactIsStale ? (
        <Chip tone="care">{t('profile.stale')}</Chip>
      ) : on ? (
        <Chip tone="ok">{t('profile.confirmed', { day: shortDay(on) })}</Chip>
      ) : null}
    </span>
  );
}

/** They said today that it is safe: one click, and a way back. */
export function ConfirmContact({ caseId, profile, refresh }: SafeContactProps) {
  const t = useWords('plan');
  const problems = useWords('problems');
  const trpc = useTRPC();
  const client = useTRPCClient();
  const { offer, offerUndo } = useUndo();
  const confirm = useMutation(
    trpc.cases.confirmContact.mutationOptions({
      onSuccess: async ({ revision }) => {
        offerUndo({
          what: t('profile.confirmedNow'),
          undo: async () => {
            try {
              await client.cases.confirmContact.mutate({ caseId, revision, undo: true });
            } finally {
              await refresh();
            }
          },
        });
        await refresh();
      },
      onError: async (error) => {
        if (problemOf(error).code === 'CONFLICT') await refresh();
      },
    }),
  );
  const problem = confirm.error ? problemOf(confirm.error) : null;
  return (
    <>
      <div>
        <Button
          small
          kind={profile.contactIsStale ? 'secondary' : 'quiet'}
          busy={confirm.isPending}
          onClick={() => confirm.mutate({ caseId, revision: profile.revision })}
        >
          {t('profile.confirm')}
        </Button>
      </div>
      <UndoLine offer={offer} />
      {problem?.code === 'CONFLICT' ? (
        <Conflict changed={profile.changed} differences={[]} kept={false} />
      ) : problem ? (
        <div role="alert">
          <Notice tone="care">{problem.sentence ?? problems('offlineTitle')}</Notice>
        </div>
      ) : null}
    </>
  );
}
