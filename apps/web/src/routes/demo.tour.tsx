import { createFileRoute } from '@tanstack/react-router';
import { notShared } from '../app/leave.ts';
import { Outside } from '../app/Outside.tsx';
import { OutsidePending, OutsideTrouble } from '../app/routeStates.tsx';
import { TourScenes } from '../features/demo/TourScenes.tsx';

export const Route = createFileRoute('/demo/tour')({
  loader: async ({ context: { trpc, queries } }) => {
    const cards = { ...trpc.demo.cards.queryOptions(), staleTime: Infinity };
    return queries.fetchQuery(cards).catch(notShared);
  },
  component: TourPage,
  pendingComponent: OutsidePending,
  errorComponent: OutsideTrouble,
});

function TourPage() {
  const { cards } = Route.useLoaderData();
  return (
    <Outside demo>
      <TourScenes cards={cards} />
    </Outside>
  );
}
