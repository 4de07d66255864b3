import { createFileRoute } from '@tanstack/react-router';
import { AfterHours } from '../features/consent/emergencies/AfterHours.tsx';

export const Route = createFileRoute('/_staff/after-hours')({
  loader: ({ context: { trpc, queries } }) =>
    queries.prefetchQuery(trpc.emergencies.afterHours.queryOptions()),
  component: AfterHours,
});
