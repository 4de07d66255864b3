import { createFileRoute } from '@tanstack/react-router';
import { z } from 'zod';
import { BackToCase } from '../app/BackToCase.tsx';
import { LinkButton } from '../app/links.tsx';
import { WhoSees } from '../features/consent/grid/WhoSees.tsx';
import { recipientKey } from '../features/consent/recipients.ts';

/** The day that the table is about stands in the address, so that coming back finds it. */
const Search = z.object({
  asOf: z.iso
    .date()
    .refine((day) => day >= '1970' && day < '2200')
    .optional()
    .catch(undefined),
});

export const Route = createFileRoute('/_staff/cases/$caseId/who-sees-what')({
  validateSearch: Search,
  onLeave: ({ context: { trpc, queries } }) => {
    queries.removeQueries({ queryKey: trpc.consent.whoSeesWhat.queryKey() });
    queries.removeQueries({ queryKey: trpc.consent.previewChange.queryKey() });
  },
  component: WhoSeesPage,
});

function WhoSeesPage() {
  const { caseId } = Route.useParams();
  const { asOf } = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <WhoSees
      key={caseId}
      caseId={caseId}
      asOf={asOf}
      onAsOf={(day) => void navigate({ search: { asOf: day }, replace: true })}
      above={<BackToCase caseId={caseId} />}
      permissions={(label, name) => (
        <LinkButton to="/cases/$caseId/permissions" params={{ caseId }} aria-label={name} small>
          {label}
        </LinkButton>
      )}
      ask={({ recipient, kinds, purpose, endsOn }, label) => (
        <LinkButton
          to="/cases/$caseId/permissions/new"
          params={{ caseId }}
          search={{ to: recipientKey(recipient), kinds: [...kinds], purpose, endsOn }}
          kind="primary"
        >
          {label}
        </LinkButton>
      )}
    />
  );
}
