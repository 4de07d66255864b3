import type { WaitingMatch } from '@accord/matches';
import { Button, Row, useWords } from '@accord/ui';
import { useMutation } from '@tanstack/react-query';
import { AskFirst } from '../../app/AskFirst.tsx';
import { Trouble } from '../../app/Trouble.tsx';
import { useTRPC, useTRPCClient } from '../../app/trpc.ts';
import type { CaseLink } from './MatchCard.tsx';
import { useDecided } from './useMatches.ts';

interface LinkedActionsProps {
  linked: Extract<WaitingMatch, { is: 'linked' }>;
  see: CaseLink | undefined;
}

/** What comes next is asking the young person. A link is put aside once it is read, or taken away for both sides. */
export function LinkedActions({
  linked: { caseId, matchId, codeName: code, isAside },
  see,
}: LinkedActionsProps) {
  const t = useWords('matches');
  const trpc = useTRPC();
  const client = useTRPCClient();
  const decided = useDecided();
  const aside = useMutation(
    trpc.matches.aside.mutationOptions({ onSuccess: () => decided(t('linked.asideDone')) }),
  );
  const putAside = () => aside.mutate({ caseId, matchId });
  return (
    <>
      {aside.error ? <Trouble error={aside.error} onRetry={putAside} /> : null}
      <Row>
        {see?.(caseId, t('linked.see'), t('linked.seeNamed', { code }))}
        {isAside ? null : (
          <Button
            small
            aria-label={t('linked.asideNamed', { code })}
            busy={aside.isPending}
            onClick={putAside}
          >
            {t('linked.aside')}
          </Button>
        )}
        <AskFirst
          label={t('linked.undo')}
          name={t('linked.undoNamed', { code })}
          question={t('linked.undoQuestion', { code })}
          onYes={async () => {
            await client.matches.undo.mutate({ caseId, matchId });
            await decided(t('linked.undoDone'));
          }}
        />
      </Row>
    </>
  );
}
