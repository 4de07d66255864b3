import { createFileRoute } from '@tanstack/react-router';
import { useWords } from '@accord/ui';
import { LinkButton, LinkTo } from '../app/links.tsx';
import { AccountingPage } from '../features/consent/accounting/AccountingPage.tsx';

export const Route = createFileRoute('/_staff/accounting')({
  loader: ({ context: { trpc, queries } }) => queries.prefetchQuery(trpc.answers.cases.queryOptions()),
  onLeave: ({ context: { trpc, queries } }) =>
    queries.removeQueries({ queryKey: trpc.answers.accounting.queryKey() }),
  component: Accounting,
});

function Accounting() {
  const t = useWords('frame');
  return (
    <AccountingPage
      above={<LinkTo to="/inbox">{t('inbox')}</LinkTo>}
      answers={(label) => <LinkButton to="/answers">{label}</LinkButton>}
    />
  );
}
