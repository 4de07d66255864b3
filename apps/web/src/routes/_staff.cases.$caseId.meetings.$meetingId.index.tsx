import { useWords } from '@accord/ui';
import { createFileRoute } from '@tanstack/react-router';
import { BackToCase } from '../app/BackToCase.tsx';
import { LinkButton } from '../app/links.tsx';
import { MeetingPage } from '../features/meetings/MeetingPage.tsx';

export const Route = createFileRoute('/_staff/cases/$caseId/meetings/$meetingId/')({
  onLeave: ({ context: { trpc, queries } }) => {
    queries.removeQueries({ queryKey: trpc.meetings.room.queryKey() });
    queries.removeQueries({ queryKey: trpc.meetings.invitees.queryKey() });
    queries.removeQueries({ queryKey: trpc.cases.open.queryKey() });
  },
  component: OneMeeting,
});

function OneMeeting() {
  const t = useWords('meetings');
  const { caseId, meetingId } = Route.useParams();
  return (
    <MeetingPage
      key={meetingId}
      caseId={caseId}
      meetingId={meetingId}
      above={<BackToCase caseId={caseId} />}
      screen={
        <LinkButton
          to="/cases/$caseId/meetings/$meetingId/screen"
          params={{ caseId, meetingId }}
          kind="primary"
        >
          {t('screen')}
        </LinkButton>
      }
    />
  );
}
