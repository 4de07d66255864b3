import { createFileRoute, redirect } from '@tanstack/react-router';
import { z } from 'zod';
import { LinkTo } from '../app/links.tsx';
import { ReferralBoard } from '../features/referrals/ReferralBoard.tsx';
import { SHOWS } from '../features/referrals/shows.ts';

/** Which referrals stand in the address, so that coming back finds them. */
const Search = z.object({ show: z.enum(SHOWS).optional().catch(undefined) });

export const Route = createFileRoute('/_staff/referrals')({
  validateSearch: Search,
  // Where there is nothing to answer, what one waits for comes first. Once, on coming: whoever answers the last one stays.
  beforeLoad: async ({ context: { trpc, queries }, search, cause }) => {
    if (search.show !== undefined || cause !== 'enter') return;
    const counts = await queries.fetchQuery(trpc.referrals.waiting.queryOptions()).catch(() => null);
    if (!counts || counts.toAnswer > 0 || counts.waiting === 0) return;
    redirect({ to: '/referrals', search: { show: 'waiting' }, replace: true, throw: true });
  },
  onLeave: ({ context: { trpc, queries } }) =>
    queries.removeQueries({ queryKey: trpc.referrals.list.queryKey() }),
  component: ReferralsPage,
});

function ReferralsPage() {
  const { show: chosen } = Route.useSearch();
  const show = chosen ?? 'to-answer';
  return (
    <ReferralBoard
      show={show}
      filter={(each, label) => (
        <LinkTo
          to="/referrals"
          search={{ show: each === 'to-answer' && chosen === undefined ? undefined : each }}
          activeOptions={{ exact: true, includeSearch: true, explicitUndefined: true }}
          replace
        >
          {label}
        </LinkTo>
      )}
      linkTo={(caseId, name) => (
        <LinkTo to="/cases/$caseId" params={{ caseId }}>
          {name}
        </LinkTo>
      )}
      another={(caseId, label) => (
        <LinkTo to="/cases/$caseId/refer" params={{ caseId }}>
          {label}
        </LinkTo>
      )}
    />
  );
}
