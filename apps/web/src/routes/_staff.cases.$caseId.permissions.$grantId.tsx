import { GrantId } from '@accord/kernel';
import { createFileRoute } from '@tanstack/react-router';
import { BackToCase } from '../app/BackToCase.tsx';
import { ResumeDraft } from '../features/consent/ResumeDraft.tsx';

/** An address without a real id asks for a draft that cannot be: it is answered like one that is gone. */
const NO_DRAFT = GrantId.parse('00000000-0000-0000-0000-000000000000');

export const Route = createFileRoute('/_staff/cases/$caseId/permissions/$grantId')({
  params: {
    parse: ({ grantId }) => ({ grantId: GrantId.safeParse(grantId).data ?? NO_DRAFT }),
    stringify: ({ grantId }) => ({ grantId }),
  },
  onLeave: ({ context: { trpc, queries } }) =>
    queries.removeQueries({ queryKey: trpc.consent.draft.queryKey() }),
  component: DraftPage,
});

function DraftPage() {
  const { caseId, grantId } = Route.useParams();
  const navigate = Route.useNavigate();
  return (
    <ResumeDraft
      key={grantId}
      caseId={caseId}
      grantId={grantId}
      above={<BackToCase caseId={caseId} />}
      onDone={() => void navigate({ to: '/cases/$caseId/permissions', params: { caseId } })}
    />
  );
}
