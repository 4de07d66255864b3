import type { CategoryCode, Permission } from '@accord/consent';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { api, troubleOf } from '../api.ts';
import { Go } from '../frame/Go.tsx';
import { Page } from '../frame/Page.tsx';
import { words } from '../words.ts';
import { Done, type Finished } from './Done.tsx';
import { Past } from './Past.tsx';
import { PermissionCard } from './PermissionCard.tsx';
import { whoSees } from './who-sees.ts';

const route = getRouteApi('/signed-in/home');

/** Home: who can see what, until when, why; and Stop. */
export function Sharing() {
  const { permissions } = route.useLoaderData();
  const router = useRouter();
  const [finished, setFinished] = useState<Finished | null>(null);
  const active = permissions.filter(({ state }) => state === 'active');
  const past = permissions.filter(({ state }) => state === 'stopped' || state === 'ended');

  const stop = async (permission: Permission, kinds: readonly CategoryCode[]) => {
    const all = kinds.length === permission.categories.length;
    const { grantId } = permission;
    try {
      const answer = await api.mine.stop.mutate(all ? { grantId } : { grantId, categories: [...kinds] });
      setFinished({ kinds, who: answer.recipient, stillShared: answer.stillShared });
    } catch (error) {
      const { code } = troubleOf(error);
      if (code !== 'SIGN_IN_FIRST')
        return code === 'unreachable' ? words.sharing.unsure : words.sharing.trouble;
    }
    // What is shared now is what the server says, and a session that is over leads back to the start.
    await router.invalidate();
    return null;
  };

  return (
    <Page title={words.sharing.title}>
      <Done finished={finished} />
      <p className="lead">{whoSees(active)}</p>
      {active.length > 0 && <p>{words.sharing.lead}</p>}
      <ul className="cards">
        {active.map((permission) => (
          <li key={permission.grantId}>
            <PermissionCard permission={permission} onStop={(kinds) => stop(permission, kinds)} />
          </li>
        ))}
      </ul>
      <p className="quiet">{words.sharing.own}</p>
      <p>
        <Go to="/circle">{words.circle.link}</Go>
      </p>
      {past.length > 0 && <Past permissions={past} />}
    </Page>
  );
}
