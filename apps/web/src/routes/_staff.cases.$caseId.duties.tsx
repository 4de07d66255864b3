import { useWords } from '@accord/ui';
import { createFileRoute } from '@tanstack/react-router';
import { BackToCase } from '../app/BackToCase.tsx';
import { LinkButton } from '../app/links.tsx';
import { Register } from '../features/consent/register/Register.tsx';

export const Route = createFileRoute('/_staff/cases/$caseId/duties')({
  loader: ({ context: { trpc, queries }, params: { caseId } }) =>
    queries.prefetchQuery(trpc.register.list.queryOptions({ caseId })),
  onLeave: ({ context: { trpc, queries } }) =>
    queries.removeQueries({ queryKey: trpc.register.list.queryKey() }),
  component: DutiesPage,
});

function DutiesPage() {
  const t = useWords('permissions');
  const bases = useWords('bases');
  const packages = useWords('packages');
  const { caseId } = Route.useParams();
  return (
    <Register
      caseId={caseId}
      above={<BackToCase caseId={caseId} />}
      actions={
        <>
          <LinkButton to="/cases/$caseId/permissions/law" params={{ caseId }}>
            {bases('record')}
          </LinkButton>
          <LinkButton to="/cases/$caseId/packages" params={{ caseId }}>
            {packages('link')}
          </LinkButton>
          <LinkButton to="/cases/$caseId/permissions" params={{ caseId }}>
            {t('title')}
          </LinkButton>
        </>
      }
    />
  );
}
