import type { CaseId } from '@accord/kernel';
import { List, Section, useWords } from '@accord/ui';
import { keyOf, MatchCard } from './MatchCard.tsx';
import { useWaitingMatches } from './useMatches.ts';

/** On the page of permissions: the agencies that work with the same young person, until that is put aside. */
export function LinkedCases({ caseId }: { caseId: CaseId }) {
  const t = useWords('matches');
  const { data } = useWaitingMatches();
  const linked = data?.matches.filter((match) => match.caseId === caseId && match.is === 'linked') ?? [];
  if (linked.length === 0) return null;
  return (
    <Section title={t('waiting')}>
      <List label={t('waiting')}>
        {linked.map((match) => (
          <MatchCard key={keyOf(match)} match={match} />
        ))}
      </List>
    </Section>
  );
}
