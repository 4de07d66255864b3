import { createFileRoute } from '@tanstack/react-router';
import { z } from 'zod';
import { LinkButton, LinkTo } from '../app/links.tsx';
import { inDays } from '../app/when.ts';
import { AgreementsEnding } from '../features/consent/agreements/AgreementsEnding.tsx';
import { Emergencies } from '../features/consent/emergencies/Emergencies.tsx';
import { DutiesDue } from '../features/consent/register/DutiesDue.tsx';
import { recipientKey } from '../features/consent/recipients.ts';
import { Inbox } from '../features/inbox/Inbox.tsx';
import { SORTS } from '../features/inbox/sorts.ts';
import { DueCases } from '../features/keeping/DueCases.tsx';
import { WaitingTalks } from '../features/cases/caseload/WaitingTalks.tsx';
import { WaitingMatches } from '../features/matches/WaitingMatches.tsx';
import { WaitingPackages } from '../features/keeping/packages/WaitingPackages.tsx';

/** Which sort of things is shown stands in the address, so that coming back finds it. */
const Search = z.object({
  show: z.enum(SORTS).optional().catch(undefined),
});

export const Route = createFileRoute('/_staff/inbox')({
  validateSearch: Search,
  loader: ({ context: { trpc, queries } }) =>
    Promise.all([
      queries.prefetchQuery(trpc.consent.inbox.queryOptions()),
      queries.prefetchQuery(trpc.emergencies.list.queryOptions()),
      queries.prefetchQuery(trpc.register.due.queryOptions()),
      queries.prefetchQuery(trpc.agreements.list.queryOptions()),
      queries.prefetchQuery(trpc.keeping.due.queryOptions()),
      queries.prefetchQuery(trpc.packages.waiting.queryOptions()),
      queries.prefetchQuery(trpc.matches.waiting.queryOptions()),
    ]),
  component: InboxPage,
});

function InboxPage() {
  const { show } = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <Inbox
      show={show}
      onShow={(next) => void navigate({ search: { show: next }, replace: true })}
      onAnswer={(caseId, day) =>
        void navigate({
          to: '/cases/$caseId/who-sees-what',
          params: { caseId },
          search: day === inDays(0) ? {} : { asOf: day },
        })
      }
      urgent={
        <>
          <Emergencies
            see={(caseId, label, name) => (
              <LinkButton to="/cases/$caseId/permissions" params={{ caseId }} aria-label={name} small>
                {label}
              </LinkButton>
            )}
            card={(label) => <LinkTo to="/after-hours">{label}</LinkTo>}
          />
          <DutiesDue
            see={(caseId, label, name) => (
              <LinkButton to="/cases/$caseId/duties" params={{ caseId }} aria-label={name} small>
                {label}
              </LinkButton>
            )}
          />
          <WaitingTalks
            linkTo={(caseId, codeName) => (
              <LinkTo to="/cases/$caseId" params={{ caseId }}>
                {codeName}
              </LinkTo>
            )}
          />
          <WaitingMatches
            see={(caseId, label, name) => (
              <LinkButton to="/cases/$caseId/permissions" params={{ caseId }} aria-label={name} small>
                {label}
              </LinkButton>
            )}
          />
          <WaitingPackages
            see={(caseId, label, name) => (
              <LinkButton to="/cases/$caseId/packages" params={{ caseId }} aria-label={name} small>
                {label}
              </LinkButton>
            )}
          />
          <DueCases
            see={(caseId, label, name) => (
              <LinkButton to="/cases/$caseId/keeping" params={{ caseId }} aria-label={name} small>
                {label}
              </LinkButton>
            )}
          />
          <AgreementsEnding
            see={(label) => (
              <LinkButton to="/agreements" small>
                {label}
              </LinkButton>
            )}
          />
        </>
      }
      answers={(label) => <LinkButton to="/answers">{label}</LinkButton>}
      tester={(label) => <LinkButton to="/policy-tester">{label}</LinkButton>}
      posts={(label) => <LinkButton to="/posts">{label}</LinkButton>}
      caseloads={(label) => <LinkButton to="/caseloads">{label}</LinkButton>}
      referrals={(label) => <LinkTo to="/referrals">{label}</LinkTo>}
      prepare={(waiting, label, name) => (
        <LinkButton
          to="/cases/$caseId/permissions/new"
          params={{ caseId: waiting.caseId }}
          search={{
            to: recipientKey(waiting.recipient),
            kinds: waiting.categories,
            purpose: waiting.purpose,
            why: waiting.need,
            ...(waiting.leadFirst && { leadFirst: true }),
          }}
          aria-label={name}
          small
        >
          {label}
        </LinkButton>
      )}
      goOn={({ caseId, grantId }, label, name) => (
        <LinkButton
          to="/cases/$caseId/permissions/$grantId"
          params={{ caseId, grantId }}
          aria-label={name}
          small
        >
          {label}
        </LinkButton>
      )}
      renew={(caseId, label, name) => (
        <LinkButton to="/cases/$caseId/permissions/renew" params={{ caseId }} aria-label={name} small>
          {label}
        </LinkButton>
      )}
      permissions={(caseId, label, name) => (
        <LinkButton to="/cases/$caseId/permissions" params={{ caseId }} aria-label={name} small>
          {label}
        </LinkButton>
      )}
    />
  );
}
