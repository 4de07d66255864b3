import { createFileRoute } from '@tanstack/react-router';
import { LinkButton, LinkTo } from '../app/links.tsx';
import { CaseList } from '../features/cases/CaseList.tsx';
import { useWords } from '@accord/ui';

export const Route = createFileRoute('/_staff/cases/')({
  loader: ({ context: { trpc, queries } }) => queries.prefetchQuery(trpc.cases.list.queryOptions()),
  component: CasesPage,
});

function CasesPage() {
  const t = useWords('cases');
  return (
    <CaseList
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
