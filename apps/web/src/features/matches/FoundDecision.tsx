import type { WaitingMatch } from '@accord/matches';
import { Button, CheckField, Row, useWords } from '@accord/ui';
import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { Trouble } from '../../app/Trouble.tsx';
import { useTRPC } from '../../app/trpc.ts';
import { useDecided } from './useMatches.ts';

/** Tell the other agency, with the young person's yes or a rule; or say no, without a reason. */
export function FoundDecision({ found }: { found: Extract<WaitingMatch, { is: 'found' }> }) {
  const t = useWords('matches');
  const trpc = useTRPC();
  const id = useId();
  const decided = useDecided();
  const [mayTell, setMayTell] = useState(false);
  const [missing, setMissing] = useState(false);
  const { caseId, matchId, codeName: code } = found;
  const answer = useMutation(
    trpc.matches.answer.mutationOptions({
      onSuccess: (_, { agrees }) => decided(t(agrees ? 'found.yesDone' : 'found.noDone')),
    }),
  );
  const yes = () => {
    setMissing(!mayTell);
    if (mayTell) answer.mutate({ caseId, matchId, agrees: true, mayTell });
    else document.getElementById(`${id}-tell`)?.focus();
  };
  const { variables } = answer;
  return (
    <>
      {answer.error && variables ? (
        <Trouble error={answer.error} onRetry={() => answer.mutate(variables)} />
      ) : null}
      <CheckField
        id={`${id}-tell`}
        label={t('found.mayTell', { code })}
        error={missing ? t('found.mayTellMissing') : undefined}
        checked={mayTell}
        onChange={(checked) => {
          setMayTell(checked);
          setMissing(false);
        }}
      />
      <Row>
        <Button
          small
          aria-label={t('found.yesNamed', { code })}
          busy={answer.isPending && variables?.agrees === true}
          onClick={yes}
        >
          {t('found.yes')}
        </Button>
        <Button
          small
          kind="quiet"
          aria-label={t('found.noNamed', { code })}
          busy={answer.isPending && variables?.agrees === false}
          onClick={() => answer.mutate({ caseId, matchId, agrees: false })}
        >
          {t('found.no')}
        </Button>
      </Row>
    </>
  );
}
