import { useWords } from '@accord/ui';
import { createFileRoute } from '@tanstack/react-router';
import { BackToCase } from '../app/BackToCase.tsx';
import { LinkButton } from '../app/links.tsx';
import { Signers } from '../features/consent/signers/Signers.tsx';

export const Route = createFileRoute('/_staff/cases/$caseId/signers')({
  loader: ({ context: { trpc, queries }, params: { caseId } }) =>
    queries.prefetchQuery(trpc.consent.signers.queryOptions({ caseId })),
  onLeave: ({ context: { trpc, queries } }) =>
    queries.removeQueries({ queryKey: trpc.consent.signers.queryKey() }),
  component: SignersPage,
});

function SignersPage() {
  const t = useWords('permissions');
  const { caseId } = Route.useParams();
  return (
    <Signers
      caseId={caseId}
      above={<BackToCase caseId={caseId} />}
      actions={
        <LinkButton to="/cases/$caseId/permissions" params={{ caseId }}>
          {t('title')}
        </LinkButton>
      }
    />
  );
}
