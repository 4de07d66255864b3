import { useWords } from '@accord/ui';
import { createFileRoute } from '@tanstack/react-router';
import { LinkTo } from '../app/links.tsx';
import { CaseloadPage } from '../features/cases/caseload/CaseloadPage.tsx';

export const Route = createFileRoute('/_staff/caseloads')({
  loader: ({ context: { trpc, queries } }) => queries.prefetchQuery(trpc.cases.caseloads.queryOptions()),
  component: CaseloadPlace,
});

function CaseloadPlace() {
  const t = useWords('frame');
  return (
    <CaseloadPage
      above={<LinkTo to="/inbox">{t('inbox')}</LinkTo>}
      linkTo={(caseId, codeName) => (
        <LinkTo to="/cases/$caseId" params={{ caseId }}>
          {codeName}
        </LinkTo>
      )}
    />
  );
}
