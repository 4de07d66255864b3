import { useQuery } from '@tanstack/react-query';
import type { AgencyId } from '@accord/kernel';
import { createFileRoute } from '@tanstack/react-router';
import { z } from 'zod';
import { BackToCase } from '../app/BackToCase.tsx';
import { LinkButton } from '../app/links.tsx';
import { useTRPC } from '../app/trpc.ts';
import { Refer } from '../features/referrals/Refer.tsx';

/** Which page of results: never what was searched for. */
const Search = z.object({ page: z.int().min(1).max(500).optional().catch(undefined) });

export const Route = createFileRoute('/_staff/cases/$caseId/refer')({
  validateSearch: Search,
  // Left behind means gone: coming back asks again.
  onLeave: ({ context: { trpc, queries } }) =>
    queries.removeQueries({ queryKey: trpc.referrals.prepare.queryKey() }),
  component: ReferPage,
});

function ReferPage() {
  const { caseId } = Route.useParams();
  const { page = 1 } = Route.useSearch();
  const navigate = Route.useNavigate();
  const recipientAt = useRecipient();
  return (
    <Refer
      caseId={caseId}
      page={page}
      onPage={(next) => void navigate({ search: { page: next === 1 ? undefined : next }, replace: true })}
      above={<BackToCase caseId={caseId} />}
      ask={({ agencyId }, label) => (
        <LinkButton
          to="/cases/$caseId/permissions/new"
          params={{ caseId }}
          search={{
            to: recipientAt(agencyId),
            kinds: ['service-linkage'],
            purpose: 'care-plan-coordination',
          }}
        >
          {label}
        </LinkButton>
      )}
      onSent={() => void navigate({ to: '/cases/$caseId', params: { caseId } })}
    />
  );
}

/** Who a permission would name there: the one person who works there, or nobody yet. */
function useRecipient(): (agencyId: AgencyId) => string | undefined {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.identity.colleagues.queryOptions());
  return (agencyId) => {
    const staff = data?.agencies.find((agency) => agency.agencyId === agencyId)?.staff ?? [];
    const [only] = staff;
    return only && staff.length === 1 ? `staff:${only.staffId}` : undefined;
  };
}
