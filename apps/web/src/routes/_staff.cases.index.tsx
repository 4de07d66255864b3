import { createFileRoute } from '@tanstack/react-router';
import { LinkButton, LinkTo } from '../app/links.tsx';
import { CasesView } from '../features/cases/choose-cases.ts';
import { CaseList } from '../features/cases/CaseList.tsx';
import { useWords } from '@accord/ui';

export const Route = createFileRoute('/_staff/cases/')({
  loader: ({ context: { trpc, queries } }) => queries.prefetchQuery(trpc.cases.list.queryOptions()),
  validateSearch: CasesView,
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
      openCase={
        <LinkButton to="/cases/new" kind="primary">
          {t('list.emptyAction')}
        </LinkButton>
      }
      linkTo={(caseId, name) => (
        <LinkTo to="/cases/$caseId" params={{ caseId }}>
          {name}
        </LinkTo>
      )}
    />
  );
}
