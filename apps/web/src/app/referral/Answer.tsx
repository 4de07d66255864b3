import type { DeclineReason, ReferralMove, ReferralStanding } from '@accord/cases';
import type { CaseId, ItemId } from '@accord/kernel';
import { Button, Confirm, Notice, Row, useAnnounce, useWords } from '@accord/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { problemOf } from '../problem.ts';
import { useTRPC } from '../trpc.ts';
import { Decline } from './Decline.tsx';
import css from './referral.module.css';
import { useStatus } from './words.ts';

export interface AnswerProps {
  caseId: CaseId;
  itemId: ItemId;
  revision: number;
  /** Names the line for people who listen to a list of them. */
  service: string;
  /** Whom it is for, where the page shows several of them. */
  code?: string;
  standing: ReferralStanding;
  /** Asks for what is on the screen anew. */
  refresh: () => Promise<void>;
  /** Where a line can leave the list by what happens to it: what happened, in a sentence. */
  tell?: (sentence: string) => void;
}

/** The moves that the server offers this reader, behind one line. Nothing here decides who may do what. */
export function Answer({ caseId, itemId, revision, service, code, standing, refresh, tell }: AnswerProps) {
  const t = useWords('referrals');
  const problems = useWords('problems');
  const status = useStatus();
  const announce = useAnnounce();
  const trpc = useTRPC();
  const [open, setOpen] = useState(false);
  const [back, setBack] = useState(false);
  const answer = useMutation(
    trpc.referrals.move.mutationOptions({
      onSuccess: async (moved, { reason }) => {
        const now = { ...standing, status: moved.status, reason: reason ?? null, helped: null };
        const sentence = code
          ? t('savedFor', { code, service, status: status(now) })
          : t('saved', { status: status(now) });
        announce(sentence);
        tell?.(sentence);
        setOpen(false);
        setBack(false);
        await refresh();
      },
      // Someone was faster: what they did is on the screen before the next try.
      onError: (error) => {
        if (problemOf(error).code !== 'CONFLICT') return;
        tell?.(t('conflictHere', { service }));
        void refresh();
      },
    }),
  );
  const { part, next } = standing;
  const problem = answer.error ? problemOf(answer.error) : null;
  const said =
    problem?.code === 'CONFLICT'
      ? t('conflict', { status: status(standing) })
      : problem && (problem.sentence ?? problems('offlineTitle'));
  const notice = said ? (
    <div role="alert">
      <Notice tone="care">{said}</Notice>
    </div>
  ) : null;
  if ((part !== 'owner' && part !== 'receiver') || next.length === 0) return notice;

  const send = (move: ReferralMove, reason?: DeclineReason) => {
    if (!answer.isPending) answer.mutate({ caseId, itemId, move, revision, ...(reason && { reason }) });
  };
  const label = t(`open.${part}${standing.status === 'requested' ? '' : 'Later'}`);
  const plain = next.filter((move) => move !== 'decline' && move !== 'cancel');
  return (
    <details className={css.answer} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary aria-label={t('openFor', { label, service })}>{label}</summary>
      <div className={css.moves}>
        {notice}
        {part === 'owner' && plain.length > 0 ? <p>{t('said')}</p> : null}
        <Row>
          {plain.map((move) => (
            <Button key={move} busy={answer.isPending} onClick={() => send(move)}>
              {t(`${part}.${move}`)}
            </Button>
          ))}
        </Row>
        {next.includes('decline') ? (
          <Decline part={part} busy={answer.isPending} onDecline={(reason) => send('decline', reason)} />
        ) : null}
        {next.includes('cancel') ? (
          <div className={css.decline}>
            <div hidden={back}>
              <Button kind="quiet" onClick={() => setBack(true)}>
                {t('owner.cancel')}
              </Button>
            </div>
            {back ? (
              <Confirm
                question={t('backQuestion')}
                yes={t('backYes')}
                no={t('backNo')}
                busy={answer.isPending}
                onYes={() => send('cancel')}
                onNo={() => setBack(false)}
              />
            ) : null}
          </div>
        ) : null}
      </div>
    </details>
  );
}
