import type { Me } from '@accord/identity';
import { createFileRoute } from '@tanstack/react-router';
import { z } from 'zod';
import { notShared } from '../app/leave.ts';
import { Outside } from '../app/Outside.tsx';
import { OutsidePending, OutsideTrouble } from '../app/routeStates.tsx';
import { homeOf, isDemo } from '../app/session.ts';
import { Enter } from '../features/demo/Enter.tsx';
import { SCENES } from '../features/demo/scenes.ts';
import { setScene } from '../features/demo/tour.ts';

const Search = z.object({
  /** The key of a demo card. */
  as: z.string().max(40).catch(''),
  /** A scene of the tour, from 1: its page instead of the person's home. */
  scene: z.int().min(1).max(SCENES.length).optional().catch(undefined),
});

/** Changes to another person of the demo, by way of a page that is nobody's. */
export const Route = createFileRoute('/demo/enter')({
  validateSearch: Search,
  beforeLoad: async ({ context }) => {
    if (!(await isDemo(context))) notShared();
  },
  component: EnterPage,
  pendingComponent: OutsidePending,
  errorComponent: OutsideTrouble,
});

function EnterPage() {
  const { as, scene: number } = Route.useSearch();
  const { trpc, queries } = Route.useRouteContext();
  const navigate = Route.useNavigate();
  const goOn = async (me: Me) => {
    if (me?.kind !== 'staff' && me?.kind !== 'advisor') return navigate({ to: '/demo', replace: true });
    const scene = number === undefined ? undefined : SCENES[number - 1];
    if (!scene || number === undefined) return navigate({ to: homeOf(me), replace: true });
    setScene(number);
    if (scene.page === 'new-case') return navigate({ to: '/cases/new', replace: true });
    if (scene.page === 'referrals') return navigate({ to: '/referrals', replace: true });
    if (scene.page === 'protocols') return navigate({ to: '/protocols', replace: true });
    const { cases } = await queries.fetchQuery(trpc.cases.list.queryOptions());
    const caseId = cases.find(({ codeName }) => codeName === scene.codeName)?.caseId;
    // It may have been stopped since: then the person's list says what there is.
    if (!caseId) return navigate({ to: homeOf(me), replace: true });
    const to = scene.page === 'permission' ? '/cases/$caseId/permissions/new' : '/cases/$caseId';
    return navigate({ to, params: { caseId }, replace: true });
  };
  return (
    <Outside demo>
      <Enter key={`${as} ${number}`} personKey={as} onEntered={(me) => void goOn(me)} />
    </Outside>
  );
}
