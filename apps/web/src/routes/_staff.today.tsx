import { useWords } from '@accord/ui';
import { createFileRoute } from '@tanstack/react-router';
import { LinkButton, LinkTo } from '../app/links.tsx';
import { TodayPage } from '../features/cases/today/TodayPage.tsx';

export const Route = createFileRoute('/_staff/today')({
  loader: ({ context: { trpc, queries } }) => queries.prefetchQuery(trpc.cases.today.queryOptions()),
  // Left behind means gone: coming back asks again.
  onLeave: ({ context: { trpc, queries } }) =>
    queries.removeQueries({ queryKey: trpc.cases.today.queryKey() }),
  component: TodayPlace,
});

function TodayPlace() {
  const frame = useWords('frame');
  return (
    <TodayPage
      linkTo={(caseId, codeName) => (
        <LinkTo to="/cases/$caseId" params={{ caseId }}>
          {codeName}
        </LinkTo>
      )}
      actions={
        <>
          <LinkButton to="/cases">{frame('cases')}</LinkButton>
          <LinkButton to="/cases/new">{frame('newCase')}</LinkButton>
        </>
      }
    />
  );
}
