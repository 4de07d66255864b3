import { createFileRoute } from '@tanstack/react-router';
import { BackToCase } from '../app/BackToCase.tsx';
import { LinkButton } from '../app/links.tsx';
import { MatchPage } from '../features/matches/MatchPage.tsx';

export const Route = createFileRoute('/_staff/cases/$caseId/matches')({
  loader: ({ context: { trpc, queries }, params: { caseId } }) =>
    queries.prefetchQuery(trpc.matches.open.queryOptions({ caseId })),
  onLeave: ({ context: { trpc, queries } }) =>
    queries.removeQueries({ queryKey: trpc.matches.open.queryKey() }),
  component: CaseMatches,
});

function CaseMatches() {
  const { caseId } = Route.useParams();
  return (
    <MatchPage
      key={caseId}
      caseId={caseId}
      above={<BackToCase caseId={caseId} />}
      see={(id, label, name) => (
        <LinkButton to="/cases/$caseId/permissions" params={{ caseId: id }} aria-label={name} small>
          {label}
        </LinkButton>
      )}
    />
  );
}
