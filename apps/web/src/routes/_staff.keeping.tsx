import { useWords } from '@accord/ui';
import { createFileRoute } from '@tanstack/react-router';
import { LinkButton, LinkTo } from '../app/links.tsx';
import { SchedulePage } from '../features/keeping/SchedulePage.tsx';

export const Route = createFileRoute('/_staff/keeping')({
  loader: ({ context: { trpc, queries } }) =>
    Promise.all([
      queries.prefetchQuery(trpc.keeping.schedule.queryOptions()),
      queries.prefetchQuery(trpc.keeping.due.queryOptions()),
    ]),
  onLeave: ({ context: { trpc, queries } }) =>
    queries.removeQueries({ queryKey: trpc.keeping.due.queryKey() }),
  component: SchedulePlace,
});

function SchedulePlace() {
  const t = useWords('frame');
  return (
    <SchedulePage
      above={<LinkTo to="/inbox">{t('inbox')}</LinkTo>}
      see={(caseId, label, name) => (
        <LinkButton to="/cases/$caseId/keeping" params={{ caseId }} aria-label={name} small>
          {label}
        </LinkButton>
      )}
    />
  );
}
