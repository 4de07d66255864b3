import { createFileRoute } from '@tanstack/react-router';
import { useWords } from '@accord/ui';
import { LinkTo } from '../app/links.tsx';
import { TesterPage } from '../features/consent/tester/TesterPage.tsx';

export const Route = createFileRoute('/_staff/policy-tester')({
  loader: ({ context: { trpc, queries } }) => queries.prefetchQuery(trpc.policyCases.list.queryOptions()),
  component: Tester,
});

function Tester() {
  const t = useWords('stateLaw');
  return <TesterPage above={<LinkTo to="/state-law">{t('title')}</LinkTo>} />;
}
