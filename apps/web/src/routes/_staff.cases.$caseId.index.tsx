import { AgencyId } from '@accord/kernel';
import { createFileRoute } from '@tanstack/react-router';
import { z } from 'zod';
import { LinkButton, LinkTo } from '../app/links.tsx';
import { CaseView } from '../features/cases/CaseView.tsx';
import { SHOWS } from '../features/cases/filter.ts';
import { useWords } from '@accord/ui';

/** The view of the timeline, so that coming back finds it: codes and an id. */
const Search = z.object({
  show: z.enum(SHOWS).optional().catch(undefined),
  by: AgencyId.optional().catch(undefined),
});

export const Route = createFileRoute('/_staff/cases/$caseId/')({
  validateSearch: Search,
  loader: ({ context: { trpc, queries }, params: { caseId } }) =>
    queries.prefetchQuery(trpc.cases.open.queryOptions({ caseId })),
  // Left behind means gone: coming back asks again.
  onLeave: ({ context: { trpc, queries } }) => {
    queries.removeQueries({ queryKey: trpc.cases.open.queryKey() });
    queries.removeQueries({ queryKey: trpc.consent.why.queryKey() });
    queries.removeQueries({ queryKey: trpc.cases.doers.queryKey() });
  },
  component: CasePage,
});

function CasePage() {
  const t = useWords('cases');
  const grid = useWords('grid');
  const matches = useWords('matches');
  const meetings = useWords('meetings');
  const referrals = useWords('referrals');
  const { caseId } = Route.useParams();
  const filter = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <CaseView
      key={caseId}
      caseId={caseId}
      filter={filter}
      onFilter={(search) => void navigate({ search, replace: true, resetScroll: false })}
      another={
        <LinkTo to="/cases/$caseId/refer" params={{ caseId }}>
          {referrals('findAnother')}
        </LinkTo>
      }
      meeting={(meetingId, name) => (
        <LinkTo
          to="/cases/$caseId/meetings/$meetingId"
          params={{ caseId, meetingId }}
          aria-label={meetings('openNamed', { name })}
        >
          {meetings('open')}
        </LinkTo>
      )}
      actions={
        <>
          <LinkButton to="/cases/$caseId/permissions/new" params={{ caseId }} kind="primary">
            {t('page.askPermission')}
          </LinkButton>
          <LinkButton to="/cases/$caseId/permissions" params={{ caseId }}>
            {t('page.permissions')}
          </LinkButton>
          <LinkButton to="/cases/$caseId/who-sees-what" params={{ caseId }}>
            {grid('link')}
          </LinkButton>
          <LinkButton to="/cases/$caseId/refer" params={{ caseId }}>
            {t('page.refer')}
          </LinkButton>
          <LinkButton to="/cases/$caseId/meetings/new" params={{ caseId }}>
            {meetings('call')}
          </LinkButton>
          <LinkButton to="/cases/$caseId/matches" params={{ caseId }}>
            {matches('link')}
          </LinkButton>
        </>
      }
    />
  );
}
