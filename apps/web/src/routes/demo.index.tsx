import { createFileRoute } from '@tanstack/react-router';
import { z } from 'zod';
import { notShared } from '../app/leave.ts';
import { Outside } from '../app/Outside.tsx';
import { OutsidePending, OutsideTrouble } from '../app/routeStates.tsx';
import { isDemo } from '../app/session.ts';
import { DemoPeople } from '../features/demo/DemoPeople.tsx';
import { LinkButton } from '../app/links.tsx';
import { Card, CardTitle, Stack, useWords } from '@accord/ui';

const Search = z.object({
  /** The session of whoever comes here ended under them. */
  over: z.boolean().optional().catch(undefined),
});

export const Route = createFileRoute('/demo/')({
  validateSearch: Search,
  beforeLoad: async ({ context }) => {
    if (!(await isDemo(context))) notShared();
  },
  component: DemoPage,
  pendingComponent: OutsidePending,
  errorComponent: OutsideTrouble,
});

function DemoPage() {
  const t = useWords('demo');
  const navigate = Route.useNavigate();
  const { over = false } = Route.useSearch();
  const aside = (
    <>
      <Card ground="plum">
        <Stack gap="tight">
          <CardTitle>{t('sideTitle')}</CardTitle>
          <p>{t('sideLead')}</p>
        </Stack>
        <div>
          <LinkButton to="/demo/side-by-side" kind="primary">
            {t('sideEnter')}
          </LinkButton>
        </div>
      </Card>
      <Card>
        <Stack gap="tight">
          <CardTitle>{t('tour.offerTitle')}</CardTitle>
          <p>{t('tour.offerLead')}</p>
        </Stack>
        <div>
          <LinkButton to="/demo/tour">{t('tour.offer')}</LinkButton>
        </div>
      </Card>
    </>
  );
  return (
    <Outside demo>
      <DemoPeople aside={aside} over={over} onEntered={() => void navigate({ to: '/today' })} />
    </Outside>
  );
}
