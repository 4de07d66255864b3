import { createFileRoute } from '@tanstack/react-router';
import { NewCase } from '../features/cases/NewCase.tsx';

export const Route = createFileRoute('/_staff/cases/new')({ component: NewCasePage });

function NewCasePage() {
  const navigate = Route.useNavigate();
  return <NewCase onCreated={(caseId) => void navigate({ to: '/cases/$caseId', params: { caseId } })} />;
}
