import { createFileRoute } from '@tanstack/react-router';
import { LinkButton, LinkTo } from '../app/links.tsx';
import { CaseList } from '../features/cases/CaseList.tsx';
import { useWords } from '@accord/ui';
import { z } from 'zod';

/** How the list stands. What was typed to find a case is not in the address: it may be a name. */
const Search = z.object({
  with: z.enum(['me', 'others']).optional().catch(undefined),
  sort: z.enum(['code']).optional().catch(undefined),
});

export const Route = createFileRoute('/_staff/cases/')({
  loader: ({ context: { trpc, queries } }) => queries.prefetchQuery(trpc.cases.list.queryOptions()),
  validateSearch: Search,
  component: CasesPage,
});

function CasesPage() {
  const t = useWords('cases');
  const view = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <CaseList
      view={view}
      onView={(search) => void navigate({ search, replace: true })}
      openCase={(kind) => (
        <LinkButton to="/cases/new" kind={kind}>
          {t('list.emptyAction')}
        </LinkButton>
      )}
      linkTo={(caseId, name) => (
        <LinkTo to="/cases/$caseId" params={{ caseId }}>
          {name}
        </LinkTo>
      )}
    />
  );
}
