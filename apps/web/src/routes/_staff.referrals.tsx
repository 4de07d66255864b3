import { createFileRoute } from '@tanstack/react-router';
import { z } from 'zod';
import { LinkTo } from '../app/links.tsx';
import { ReferralBoard } from '../features/referrals/ReferralBoard.tsx';
import { SHOWS } from '../features/referrals/shows.ts';

/** Which referrals stand in the address, so that coming back finds them. */
const Search = z.object({ show: z.enum(SHOWS).optional().catch(undefined) });

export const Route = createFileRoute('/_staff/referrals')({
  validateSearch: Search,
  onLeave: ({ context: { trpc, queries } }) =>
    queries.removeQueries({ queryKey: trpc.referrals.list.queryKey() }),
  component: ReferralsPage,
});

function ReferralsPage() {
  const { show = 'to-answer' } = Route.useSearch();
  return (
    <ReferralBoard
      show={show}
      filter={(each, label) => (
        <LinkTo
          to="/referrals"
          search={{ show: each === 'to-answer' ? undefined : each }}
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
