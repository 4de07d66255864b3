import { useWords } from '@accord/ui';
import { createFileRoute } from '@tanstack/react-router';
import { LinkButton } from '../app/links.tsx';
import { StateLawPage } from '../features/consent/state-law/StateLawPage.tsx';

export const Route = createFileRoute('/_staff/state-law')({
  loader: ({ context: { trpc, queries } }) => queries.prefetchQuery(trpc.consent.policies.queryOptions()),
  component: StateLawPlace,
});

function StateLawPlace() {
  const agreements = useWords('agreements');
  const tester = useWords('tester');
  return (
    <StateLawPage
      actions={
        <>
          <LinkButton to="/agreements">{agreements('link')}</LinkButton>
          <LinkButton to="/policy-tester">{tester('title')}</LinkButton>
        </>
      }
    />
  );
}
