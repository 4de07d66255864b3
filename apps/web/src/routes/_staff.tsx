import { CaseId } from '@accord/kernel';
import { Frame, Icon, useWords } from '@accord/ui';
import { createFileRoute, Outlet, useNavigate, useParams, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { Languages, useChooseLanguage } from '../app/language.tsx';
import { goTo } from '../app/leave.ts';
import { LeaveGuard } from '../app/LeaveGuard.tsx';
import { HomeLink, PlaceLink } from '../app/links.tsx';
import { useLocking } from '../app/locking.tsx';
import { placesOf } from '../app/places.ts';
import { OutsidePending, OutsideTrouble } from '../app/routeStates.tsx';
import { InboxLabel } from '../features/inbox/InboxLabel.tsx';
import { Switcher } from '../features/demo/Switcher.tsx';
import { TourStrip } from '../features/demo/TourStrip.tsx';
import { findMe, homeOf, isDemo, useStaff, type AdvisorMe, type StaffMe } from '../app/session.ts';
import { useSignOut } from '../app/signOut.ts';
import { wantNote } from '../app/wanted-note.ts';
import { ReferralsLabel } from '../features/referrals/ReferralsLabel.tsx';
import { SearchButton } from '../features/palette/SearchButton.tsx';
import { Account } from '../features/session/Account.tsx';
import { IdleWatch } from '../features/session/IdleWatch.tsx';
import { LockButton } from '../features/session/LockButton.tsx';

/** Below here is for a signed-in member of staff; of it, an advisor gets the protocols and nothing else. */
export const Route = createFileRoute('/_staff')({
  beforeLoad: async ({ context, location }) => {
    const me = await findMe(context);
    if (me?.kind === 'advisor' && !/^\/protocols(\/|$)/.test(location.pathname)) return goTo(homeOf(me));
    if (me) return { me };
    if (await isDemo(context)) return goTo('/demo');
    return goTo('/sign-in', { to: location.href });
  },
  component: StaffFrame,
  pendingComponent: OutsidePending,
  errorComponent: OutsideTrouble,
});

const loadPalette = () => import('../features/palette/Palette.tsx');
const Palette = lazy(() => loadPalette().then((module) => ({ default: module.Palette })));

function StaffFrame() {
  const t = useWords('frame');
  const demo = useWords('demo');
  const common = useWords('common');
  const navigate = useNavigate();
  const [searching, setSearching] = useState(false);
  const { me: found } = Route.useRouteContext();
  const me = useStaff() ?? found;
  // After the page is there and before it is asked for: whoever types at once loses no letter.
  useEffect(() => void loadPalette().catch(() => undefined), []);
  const at = useRouterState({ select: (state) => state.location.pathname });
  return (
    <Frame
      at={at}
      brand={<HomeLink to={homeOf(me)}>{common('product')}</HomeLink>}
      ribbon={me.demo ? <p>{demo('ribbon')}</p> : undefined}
      tools={<SearchButton onOpen={() => setSearching(true)} />}
      nav={placesOf(me)
        .filter(({ beside }) => !beside)
        .map(({ to, icon, words, exact = false }) => (
          <PlaceLink key={to} to={to} activeOptions={{ exact }} icon={<Icon name={icon} />}>
            {words === 'inbox' ? <InboxLabel /> : words === 'referrals' ? <ReferralsLabel /> : t(words)}
          </PlaceLink>
        ))}
      language={<Languages />}
      account={[
        <Account
          key="account"
          me={me}
          onSignedOut={() => void navigate({ to: '/' })}
          lock={<LockButton who={me} />}
        />,
        <Switcher key="switcher" me={me} />,
      ]}
    >
      <TourStrip />
      <Outlet />
      <IdleWatch who={me} />
      <LeaveGuard />
      {searching ? (
        <Suspense fallback={null}>
          <Search me={me} onClose={() => setSearching(false)} />
        </Suspense>
      ) : null}
    </Frame>
  );
}

/** The palette, with what its commands do. */
function Search({ me, onClose }: { me: StaffMe | AdvisorMe; onClose: () => void }) {
  const navigate = useNavigate();
  const locking = useLocking();
  const speak = useChooseLanguage();
  const signOut = useSignOut(() => void navigate({ to: '/' }));
  const here = CaseId.safeParse(useParams({ strict: false }).caseId).data ?? null;
  const goToCase = (caseId: CaseId, part = '') =>
    void navigate({ to: `/cases/$caseId${part ? `/${part}` : ''}` as '/cases/$caseId', params: { caseId } });
  return (
    <Palette
      me={me}
      here={here}
      onClose={onClose}
      acts={{
        go: (to) => void navigate({ to }),
        goToCase,
        addNote: (caseId) => {
          wantNote(caseId);
          goToCase(caseId);
        },
        lock: () => locking?.lockNow({ name: me.name, demo: me.demo }),
        signOut: () => signOut.mutate(),
        speak,
      }}
    />
  );
}
