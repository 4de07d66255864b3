import { List, Section, useWords } from '@accord/ui';
import { Loaded } from '../../app/Loaded.tsx';
import { type CaseLink, keyOf, MatchCard } from './MatchCard.tsx';
import { useWaitingMatches } from './useMatches.ts';

/** What waits for whoever answers for a case, in the inbox: questions to let out, and the answers to other agencies'. */
export function WaitingMatches({ see }: { see: CaseLink }) {
  const t = useWords('matches');
  const query = useWaitingMatches();
  if (query.data?.matches.length === 0) return null;
  return (
    <Section title={t('waiting')}>
      <Loaded query={query} lines={2}>
        {({ matches }) => (
          <List label={t('waiting')}>
            {matches.map((match) => (
              <MatchCard key={keyOf(match)} match={match} see={see} />
            ))}
          </List>
        )}
      </Loaded>
    </Section>
  );
}
