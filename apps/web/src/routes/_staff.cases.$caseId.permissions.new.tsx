import type { Need } from '@accord/consent';
import { Purpose } from '@accord/kernel';
import { createFileRoute } from '@tanstack/react-router';
import { z } from 'zod';
import { BackToCase } from '../app/BackToCase.tsx';
import { AskPermission } from '../features/consent/AskPermission.tsx';

/** Said here without the contract, which a route may not bring ahead. */
const WHYS = ['planning', 'safety', 'support', 'timing', 'court'] as const satisfies readonly Need[];

/** A draft from who sees what: ids and kinds. What does not fit is left out. */
const Search = z.object({
  to: z
    .string()
    .regex(/^(staff|agency):[0-9a-f-]{36}$/)
    .optional()
    .catch(undefined),
  /** Codes of kinds, as many as a mask can hold. The form keeps those that a permission can name. */
  kinds: z
    .array(z.string().regex(/^[a-z0-9-]{1,40}$/))
    .max(63)
    .optional()
    .catch(undefined),
  purpose: Purpose.optional().catch(undefined),
  endsOn: z.iso.date().optional().catch(undefined),
  /** What somebody asked for it for: a code. */
  why: z.enum(WHYS).optional().catch(undefined),
  /** Somebody's ask that goes to the lead worker first: the form says so again. */
  leadFirst: z.literal(true).optional().catch(undefined),
});

export const Route = createFileRoute('/_staff/cases/$caseId/permissions/new')({
  validateSearch: Search,
  onLeave: ({ context: { trpc, queries } }) =>
    queries.removeQueries({ queryKey: trpc.consent.whoSeesWhat.queryKey() }),
  component: AskPermissionPage,
});

function AskPermissionPage() {
  const { caseId } = Route.useParams();
  const { to, kinds, purpose, endsOn, why, leadFirst } = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <AskPermission
      caseId={caseId}
      prefill={{ recipient: to, categories: kinds, purpose, endsOn, why, leadFirst }}
      above={<BackToCase caseId={caseId} />}
      onDone={() => void navigate({ to: '/cases/$caseId/permissions', params: { caseId } })}
    />
  );
}
