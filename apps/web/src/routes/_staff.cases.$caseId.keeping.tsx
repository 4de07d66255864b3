import { useWords } from '@accord/ui';
import { createFileRoute } from '@tanstack/react-router';
import { BackToCase } from '../app/BackToCase.tsx';
import { LinkButton } from '../app/links.tsx';
import { KeepingPage } from '../features/keeping/KeepingPage.tsx';

export const Route = createFileRoute('/_staff/cases/$caseId/keeping')({
  loader: ({ context: { trpc, queries }, params: { caseId } }) =>
    queries.prefetchQuery(trpc.keeping.open.queryOptions({ caseId })),
  onLeave: ({ context: { trpc, queries } }) =>
    queries.removeQueries({ queryKey: trpc.keeping.open.queryKey() }),
  component: CaseKeeping,
});

function CaseKeeping() {
  const t = useWords('keeping');
  const register = useWords('register');
  const packages = useWords('packages');
  const { caseId } = Route.useParams();
  return (
    <KeepingPage
      caseId={caseId}
      above={<BackToCase caseId={caseId} />}
      actions={
        <>
          <LinkButton to="/keeping">{t('schedule.link')}</LinkButton>
          <LinkButton to="/cases/$caseId/duties" params={{ caseId }}>
            {register('link')}
          </LinkButton>
          <LinkButton to="/cases/$caseId/packages" params={{ caseId }}>
            {packages('link')}
          </LinkButton>
        </>
      }
    />
  );
}
