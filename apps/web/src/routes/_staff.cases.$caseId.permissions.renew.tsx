import { useWords } from '@accord/ui';
import { createFileRoute } from '@tanstack/react-router';
import { BackToCase } from '../app/BackToCase.tsx';
import { LinkButton } from '../app/links.tsx';
import { RenewalPage } from '../features/consent/renewal/RenewalPage.tsx';

export const Route = createFileRoute('/_staff/cases/$caseId/permissions/renew')({
  loader: ({ context: { trpc, queries }, params: { caseId } }) =>
    queries.prefetchQuery(trpc.renewal.open.queryOptions({ caseId })),
  onLeave: ({ context: { trpc, queries } }) =>
    queries.removeQueries({ queryKey: trpc.renewal.open.queryKey() }),
  component: Renewing,
});

function Renewing() {
  const t = useWords('permissions');
  const { caseId } = Route.useParams();
  const navigate = Route.useNavigate();
  return (
    <RenewalPage
      key={caseId}
      caseId={caseId}
      above={<BackToCase caseId={caseId} />}
      prepare={
        <LinkButton to="/cases/$caseId/permissions/new" params={{ caseId }}>
          {t('prepare')}
        </LinkButton>
      }
      onDone={() => void navigate({ to: '/cases/$caseId/permissions', params: { caseId } })}
    />
  );
}
