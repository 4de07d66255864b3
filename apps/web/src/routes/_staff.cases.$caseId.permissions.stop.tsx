import { useWords } from '@accord/ui';
import { createFileRoute } from '@tanstack/react-router';
import { BackToCase } from '../app/BackToCase.tsx';
import { LinkButton } from '../app/links.tsx';
import { RecordStop } from '../features/consent/stopping/RecordStop.tsx';

export const Route = createFileRoute('/_staff/cases/$caseId/permissions/stop')({
  loader: ({ context: { trpc, queries }, params: { caseId } }) =>
    queries.prefetchQuery(trpc.consent.list.queryOptions({ caseId })),
  onLeave: ({ context: { trpc, queries } }) =>
    queries.removeQueries({ queryKey: trpc.consent.list.queryKey() }),
  component: RecordStopPage,
});

function RecordStopPage() {
  const t = useWords('stops');
  const { caseId } = Route.useParams();
  return (
    <RecordStop
      key={caseId}
      caseId={caseId}
      above={<BackToCase caseId={caseId} />}
      back={
        <LinkButton to="/cases/$caseId/permissions" params={{ caseId }}>
          {t('back')}
        </LinkButton>
      }
    />
  );
}
