import { useWords } from '@accord/ui';
import { createFileRoute } from '@tanstack/react-router';
import { LinkButton } from '../app/links.tsx';
import { BackToCase } from '../app/BackToCase.tsx';
import { Permissions } from '../features/consent/Permissions.tsx';

export const Route = createFileRoute('/_staff/cases/$caseId/permissions/')({
  loader: ({ context: { trpc, queries }, params: { caseId } }) =>
    queries.prefetchQuery(trpc.consent.list.queryOptions({ caseId })),
  onLeave: ({ context: { trpc, queries } }) =>
    queries.removeQueries({ queryKey: trpc.consent.list.queryKey() }),
  component: PermissionsPage,
});

function PermissionsPage() {
  const t = useWords('permissions');
  const grid = useWords('grid');
  const { caseId } = Route.useParams();
  return (
    <Permissions
      caseId={caseId}
      above={<BackToCase caseId={caseId} />}
      goOn={(grantId) => (
        <LinkButton to="/cases/$caseId/permissions/$grantId" params={{ caseId, grantId }} small>
          {t('continueDraft')}
        </LinkButton>
      )}
      prepare={
        <>
          <LinkButton to="/cases/$caseId/permissions/new" params={{ caseId }} kind="primary">
            {t('prepare')}
          </LinkButton>
          <LinkButton to="/cases/$caseId/who-sees-what" params={{ caseId }}>
            {grid('link')}
          </LinkButton>
        </>
      }
    />
  );
}
