import { useWords } from '@accord/ui';
import { createFileRoute } from '@tanstack/react-router';
import { LinkTo } from '../app/links.tsx';
import { SharedScreen } from '../features/meetings/SharedScreen.tsx';

export const Route = createFileRoute('/_staff/cases/$caseId/meetings/$meetingId/screen')({
  onLeave: ({ context: { trpc, queries } }) => {
    queries.removeQueries({ queryKey: trpc.meetings.agenda.queryKey() });
    queries.removeQueries({ queryKey: trpc.meetings.room.queryKey() });
  },
  component: Screen,
});

function Screen() {
  const t = useWords('meetings');
  const { caseId, meetingId } = Route.useParams();
  return (
    <SharedScreen
      key={meetingId}
      caseId={caseId}
      meetingId={meetingId}
      back={
        <LinkTo to="/cases/$caseId/meetings/$meetingId" params={{ caseId, meetingId }}>
          {t('shared.back')}
        </LinkTo>
      }
    />
  );
}
