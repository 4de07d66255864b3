import { createFileRoute } from '@tanstack/react-router';
import { StateLawPage } from '../features/consent/state-law/StateLawPage.tsx';

export const Route = createFileRoute('/_staff/state-law')({
  loader: ({ context: { trpc, queries } }) => queries.prefetchQuery(trpc.consent.policies.queryOptions()),
  component: StateLawPage,
});
