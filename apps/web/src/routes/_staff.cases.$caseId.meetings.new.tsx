import { createFileRoute } from '@tanstack/react-router';
import { BackToCase } from '../app/BackToCase.tsx';
import { CallMeeting } from '../features/meetings/CallMeeting.tsx';

export const Route = createFileRoute('/_staff/cases/$caseId/meetings/new')({
  loader: ({ context: { trpc, queries }, params: { caseId } }) =>
    queries.prefetchQuery(trpc.meetings.invitees.queryOptions({ caseId })),
  onLeave: ({ context: { trpc, queries } }) =>
    queries.removeQueries({ queryKey: trpc.meetings.invitees.queryKey() }),
  component: NewMeeting,
});

function NewMeeting() {
  const { caseId } = Route.useParams();
  const navigate = Route.useNavigate();
  return (
    <CallMeeting
      key={caseId}
      caseId={caseId}
      above={<BackToCase caseId={caseId} />}
      onCalled={(meetingId) =>
        navigate({ to: '/cases/$caseId/meetings/$meetingId', params: { caseId, meetingId } })
      }
    />
  );
}
