import { useWords } from '@accord/ui';
import { useQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { LinkButton, LinkTo } from '../app/links.tsx';
import { useTRPC } from '../app/trpc.ts';
import { BackToCase } from '../app/BackToCase.tsx';
import { Emergencies } from '../features/consent/emergencies/Emergencies.tsx';
import { Permissions } from '../features/consent/Permissions.tsx';
import { LinkedCases } from '../features/matches/LinkedCases.tsx';

export const Route = createFileRoute('/_staff/cases/$caseId/permissions/')({
  loader: ({ context: { trpc, queries }, params: { caseId } }) =>
    Promise.all([
      queries.prefetchQuery(trpc.consent.list.queryOptions({ caseId })),
      queries.prefetchQuery(trpc.bases.list.queryOptions({ caseId })),
      queries.prefetchQuery(trpc.marks.list.queryOptions({ caseId })),
      queries.prefetchQuery(trpc.emergencies.list.queryOptions()),
      queries.prefetchQuery(trpc.matches.waiting.queryOptions()),
    ]),
  onLeave: ({ context: { trpc, queries } }) => {
    queries.removeQueries({ queryKey: trpc.consent.list.queryKey() });
    queries.removeQueries({ queryKey: trpc.bases.list.queryKey() });
    queries.removeQueries({ queryKey: trpc.marks.list.queryKey() });
  },
  component: PermissionsPage,
});

function PermissionsPage() {
  const t = useWords('permissions');
  const grid = useWords('grid');
  const bases = useWords('bases');
  const register = useWords('register');
  const keeping = useWords('keeping');
  const packages = useWords('packages');
  const agreements = useWords('agreements');
  const signers = useWords('signers');
  const stops = useWords('stops');
  const renewal = useWords('renewal');
  const { caseId } = Route.useParams();
  const trpc = useTRPC();
  const { data } = useQuery({ ...trpc.consent.list.queryOptions({ caseId }), retryOnMount: false });
  return (
    <Permissions
      caseId={caseId}
      above={<BackToCase caseId={caseId} />}
      goOn={(grantId) => (
        <LinkButton to="/cases/$caseId/permissions/$grantId" params={{ caseId, grantId }} small>
          {t('continueDraft')}
        </LinkButton>
      )}
      emergencies={
        <>
          <Emergencies caseId={caseId} card={(label) => <LinkTo to="/after-hours">{label}</LinkTo>} />
          <LinkedCases caseId={caseId} />
        </>
      }
      record={
        <LinkButton to="/cases/$caseId/permissions/law" params={{ caseId }} small>
          {bases('record')}
        </LinkButton>
      }
      toSigners={
        <LinkButton to="/cases/$caseId/signers" params={{ caseId }} small>
          {signers('link')}
        </LinkButton>
      }
      linkToLaw={(words) => <LinkTo to="/state-law">{words}</LinkTo>}
      prepare={
        <>
          {/* whoever prepares none is not led into a form that they cannot send */}
          {data?.maySign === false ? null : (
            <>
              <LinkButton to="/cases/$caseId/permissions/new" params={{ caseId }} kind="primary">
                {t('prepare')}
              </LinkButton>
              <LinkButton to="/cases/$caseId/permissions/renew" params={{ caseId }}>
                {renewal('link')}
              </LinkButton>
            </>
          )}
          <LinkButton to="/cases/$caseId/permissions/stop" params={{ caseId }}>
            {stops('link')}
          </LinkButton>
          <LinkButton to="/cases/$caseId/who-sees-what" params={{ caseId }}>
            {grid('link')}
          </LinkButton>
          <LinkButton to="/cases/$caseId/signers" params={{ caseId }}>
            {signers('link')}
          </LinkButton>
          <LinkButton to="/cases/$caseId/duties" params={{ caseId }}>
            {register('link')}
          </LinkButton>
          <LinkButton to="/cases/$caseId/keeping" params={{ caseId }}>
            {keeping('link')}
          </LinkButton>
          <LinkButton to="/cases/$caseId/packages" params={{ caseId }}>
            {packages('link')}
          </LinkButton>
          <LinkButton to="/agreements">{agreements('link')}</LinkButton>
        </>
      }
    />
  );
}
