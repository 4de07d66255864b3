import { createFileRoute } from '@tanstack/react-router';
import { BackToCase } from '../app/BackToCase.tsx';
import { LinkTo } from '../app/links.tsx';
import { RecordBasis } from '../features/consent/bases/RecordBasis.tsx';

export const Route = createFileRoute('/_staff/cases/$caseId/permissions/law')({
  onLeave: ({ context: { trpc, queries } }) =>
    queries.removeQueries({ queryKey: trpc.bases.list.queryKey() }),
  component: RecordBasisPage,
});

function RecordBasisPage() {
  const { caseId } = Route.useParams();
  const navigate = Route.useNavigate();
  return (
    <RecordBasis
      caseId={caseId}
      above={<BackToCase caseId={caseId} />}
      toCard={(label) => <LinkTo to="/after-hours">{label}</LinkTo>}
      onDone={() => void navigate({ to: '/cases/$caseId/permissions', params: { caseId } })}
    />
  );
}
