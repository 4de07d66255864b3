import { useWords } from '@accord/ui';
import { createFileRoute } from '@tanstack/react-router';
import { BackToCase } from '../app/BackToCase.tsx';
import { LinkButton } from '../app/links.tsx';
import { PackagesPage } from '../features/keeping/packages/PackagesPage.tsx';

export const Route = createFileRoute('/_staff/cases/$caseId/packages')({
  loader: ({ context: { trpc, queries }, params: { caseId } }) =>
    queries.prefetchQuery(trpc.packages.open.queryOptions({ caseId })),
  onLeave: ({ context: { trpc, queries } }) =>
    queries.removeQueries({ queryKey: trpc.packages.open.queryKey() }),
  component: CasePackages,
});

function CasePackages() {
  const register = useWords('register');
  const keeping = useWords('keeping');
  const { caseId } = Route.useParams();
  return (
    <PackagesPage
      caseId={caseId}
      above={<BackToCase caseId={caseId} />}
      actions={
        <>
          <LinkButton to="/cases/$caseId/duties" params={{ caseId }}>
            {register('link')}
          </LinkButton>
          <LinkButton to="/cases/$caseId/keeping" params={{ caseId }}>
            {keeping('link')}
          </LinkButton>
        </>
      }
    />
  );
}
