import { Frame, Icon, useWords } from '@accord/ui';
import { createFileRoute, Outlet, useRouterState } from '@tanstack/react-router';
import { goTo } from '../app/leave.ts';
import { HomeLink, PlaceLink } from '../app/links.tsx';
import { OutsidePending, OutsideTrouble } from '../app/routeStates.tsx';
import { findMe, homeOf, isDemo, useStaff } from '../app/session.ts';
import { Switcher } from '../features/demo/Switcher.tsx';
import { Account } from '../features/session/Account.tsx';

/** Everything below here is for a signed-in member of staff; of it, an advisor gets the protocols and nothing else. */
export const Route = createFileRoute('/_staff')({
  beforeLoad: async ({ context, location }) => {
    const me = await findMe(context);
    if (me?.kind === 'advisor' && !/^\/protocols(\/|$)/.test(location.pathname)) return goTo(homeOf(me));
    if (me) return { me };
    if (await isDemo(context)) return goTo('/demo');
    return goTo('/sign-in', { to: location.pathname });
  },
  component: StaffFrame,
  pendingComponent: OutsidePending,
  errorComponent: OutsideTrouble,
});

function StaffFrame() {
  const t = useWords('frame');
  const demo = useWords('demo');
  const common = useWords('common');
  const navigate = Route.useNavigate();
  const { me: found } = Route.useRouteContext();
  const me = useStaff() ?? found;
  const at = useRouterState({ select: (state) => state.location.pathname });
  const protocols = (
    <PlaceLink key="protocols" to="/protocols" icon={<Icon name="protocols" />}>
      {t(me.kind === 'advisor' ? 'reviews' : 'protocols')}
    </PlaceLink>
  );
  const casePlaces = [
    <PlaceLink key="cases" to="/cases" activeOptions={{ exact: true }} icon={<Icon name="cases" />}>
      {t('cases')}
    </PlaceLink>,
    <PlaceLink key="new" to="/cases/new" icon={<Icon name="newCase" />}>
      {t('newCase')}
    </PlaceLink>,
  ];
  const people = (
    <PlaceLink key="people" to="/demo" icon={<Icon name="people" />}>
      {t('demoPeople')}
    </PlaceLink>
  );
  const places = me.kind === 'advisor' ? [protocols] : [...casePlaces, protocols];
  const demoPlaces = [
    people,
    <PlaceLink key="side" to="/demo/side-by-side" icon={<Icon name="sides" />}>
      {t('sideBySide')}
    </PlaceLink>,
  ];
  return (
    <Frame
      at={at}
      brand={<HomeLink to={homeOf(me)}>{common('product')}</HomeLink>}
      ribbon={me.demo ? demo('ribbon') : undefined}
      nav={me.demo ? [...places, ...(me.kind === 'advisor' ? [people] : demoPlaces)] : places}
      account={[
        <Account key="account" me={me} onSignedOut={() => void navigate({ to: '/' })} />,
        <Switcher key="switcher" me={me} />,
      ]}
    >
      <Outlet />
    </Frame>
  );
}
