import type { WaitingMatch } from '@accord/matches';
import { Button, Row, useWords } from '@accord/ui';
import { useMutation } from '@tanstack/react-query';
import { Trouble } from '../../app/Trouble.tsx';
import { useTRPC } from '../../app/trpc.ts';
import { useDecided } from './useMatches.ts';

/** Let a colleague's question go out, or not. */
export function AskDecision({ ask }: { ask: Extract<WaitingMatch, { is: 'ask' }> }) {
  const t = useWords('matches');
  const trpc = useTRPC();
  const decided = useDecided();
  const { caseId, askId, codeName: code } = ask;
  const decide = useMutation(
    trpc.matches.decide.mutationOptions({
      onSuccess: (_, { goOn }) => decided(t(goOn ? 'ask.yesDone' : 'ask.noDone')),
    }),
  );
  const say = (goOn: boolean) => decide.mutate({ caseId, askId, goOn });
  const { variables } = decide;
  return (
    <>
      {decide.error && variables ? (
        <Trouble error={decide.error} onRetry={() => decide.mutate(variables)} />
      ) : null}
      <Row>
        <Button
          small
          aria-label={t('ask.yesNamed', { code })}
          busy={decide.isPending && variables?.goOn === true}
          onClick={() => say(true)}
        >
          {t('ask.yes')}
        </Button>
        <Button
          small
          kind="quiet"
          aria-label={t('ask.noNamed', { code })}
          busy={decide.isPending && variables?.goOn === false}
          onClick={() => say(false)}
        >
          {t('ask.no')}
        </Button>
      </Row>
    </>
  );
}
