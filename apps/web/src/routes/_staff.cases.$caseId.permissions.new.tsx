import { createFileRoute } from '@tanstack/react-router';
import { BackToCase } from '../app/BackToCase.tsx';
import { AskPermission } from '../features/consent/AskPermission.tsx';

export const Route = createFileRoute('/_staff/cases/$caseId/permissions/new')({
  component: AskPermissionPage,
});

function AskPermissionPage() {
  const { caseId } = Route.useParams();
  const navigate = Route.useNavigate();
  return (
    <AskPermission
      caseId={caseId}
      above={<BackToCase caseId={caseId} />}
      onDone={() => void navigate({ to: '/cases/$caseId/permissions', params: { caseId } })}
    />
  );
}
