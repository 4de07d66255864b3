import { createFileRoute } from '@tanstack/react-router';
import { BackToCase } from '../app/BackToCase.tsx';
import { Refer } from '../features/referrals/Refer.tsx';

export const Route = createFileRoute('/_staff/cases/$caseId/refer')({ component: ReferPage });

function ReferPage() {
  const { caseId } = Route.useParams();
  const navigate = Route.useNavigate();
  return (
    <Refer
      caseId={caseId}
      above={<BackToCase caseId={caseId} />}
      onSent={() => void navigate({ to: '/cases/$caseId', params: { caseId } })}
    />
  );
}
