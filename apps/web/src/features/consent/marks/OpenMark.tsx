import { type Mark, OUTCOMES } from '@accord/consent';
import type { CaseId } from '@accord/kernel';
import { Button, Confirm, Notice, Row, Stack, useWords } from '@accord/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { problemOf } from '../../../app/problem.ts';
import { useTRPC } from '../../../app/trpc.ts';
import { monthDay } from '../../../app/when.ts';

interface OpenMarkProps {
  caseId: CaseId;
  mark: Mark;
  called: string;
  code: string;
  onChanged: (sentence: string) => Promise<void>;
}

/** Until a worker has talked with them alone: what is marked, and the two answers. */
export function OpenMark({ caseId, mark, called, code, onChanged }: OpenMarkProps) {
  const t = useWords('bases');
  const problems = useWords('problems');
  const trpc = useTRPC();
  const [asked, setAsked] = useState<(typeof OUTCOMES)[number] | null>(null);
  const settle = useMutation(
    trpc.marks.settle.mutationOptions({
      onSuccess: async (_answer, { outcome }) => {
        setAsked(null);
        await onChanged(t(`mark.settledNow.${outcome}`, { code }));
      },
    }),
  );
  return (
    <Notice tone="care">
      <Stack gap="tight">
        <p>{t('mark.by', { day: monthDay(mark.markedAt), name: mark.markedBy ?? code })}</p>
        <p>{t('mark.alone', { code })}</p>
        {asked ? (
          <Confirm
            question={
              mark.about === 'stop' ? t('mark.sureOfStop', { code }) : t(`mark.sure.${asked}`, { code })
            }
            yes={t('mark.yes')}
            no={t('mark.no')}
            busy={settle.isPending}
            error={settle.error ? (problemOf(settle.error).sentence ?? problems('offlineTitle')) : undefined}
            onYes={() => settle.mutate({ caseId, markId: mark.markId, outcome: asked })}
            onNo={() => setAsked(null)}
          />
        ) : null}
        <div hidden={asked !== null}>
          <Row>
            {OUTCOMES.map((outcome) => (
              <Button
                key={outcome}
                small
                aria-label={t(`mark.outcomeNamed.${outcome}`, { name: called })}
                onClick={() => setAsked(outcome)}
              >
                {t(`mark.outcome.${outcome}`)}
              </Button>
            ))}
          </Row>
        </div>
      </Stack>
    </Notice>
  );
}
