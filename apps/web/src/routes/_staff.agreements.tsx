import { useWords } from '@accord/ui';
import { createFileRoute } from '@tanstack/react-router';
import { LinkTo } from '../app/links.tsx';
import { AgreementsPage } from '../features/consent/agreements/AgreementsPage.tsx';

export const Route = createFileRoute('/_staff/agreements')({
  loader: ({ context: { trpc, queries } }) => queries.prefetchQuery(trpc.agreements.list.queryOptions()),
  component: AgreementsPlace,
});

function AgreementsPlace() {
  const t = useWords('frame');
  return <AgreementsPage above={<LinkTo to="/inbox">{t('inbox')}</LinkTo>} />;
}
