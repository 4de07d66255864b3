import type { MyHandover } from '@accord/cases';
import type { CategoryCode, IntroductionAnswer, Permission } from '@accord/consent';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { api, troubleOf } from '../api.ts';
import { Go } from '../frame/Go.tsx';
import { Page } from '../frame/Page.tsx';
import { words } from '../words.ts';
import { ByLaw } from './ByLaw.tsx';
import { Done, type Finished } from './Done.tsx';
import { Past } from './Past.tsx';
import { NewPeople } from './NewPeople.tsx';
import { NewWorkers } from './NewWorkers.tsx';
import { Paused } from './Paused.tsx';
import { kindsOf } from './kinds-of.ts';
import { PermissionCard } from './PermissionCard.tsx';
import { Vacant } from './Vacant.tsx';
import { whoSees } from './who-sees.ts';

const route = getRouteApi('/signed-in/home');

const CHANGES = {
  paused: () => api.mine.pause,
  resumed: () => api.mine.resume,
  marked: () => api.mine.mark,
};

/** Home: who can see what, until when, why; and Stop. */
export function Sharing() {
  const { permissions, bases, papers, packages, handovers } = route.useLoaderData();
  const router = useRouter();
  const [finished, setFinished] = useState<Finished | null>(null);
  const active = permissions.filter(({ state }) => state === 'active');
  const paused = permissions.filter(({ state }) => state === 'paused');
  const announced = permissions.filter(({ state }) => state === 'announced');
  const vacant = permissions.filter(({ state }) => state === 'vacant');
  const past = permissions.filter(
    // What was renewed goes on: it is named where it is shared.
    ({ state, isRenewed }) => state === 'stopped' || (state === 'ended' && !isRenewed),
  );

  const stop = async (permission: Permission, kinds: readonly CategoryCode[]) => {
    const all = kinds.length === kindsOf(permission).length;
    const { grantId } = permission;
    try {
      const answer = await api.mine.stop.mutate(all ? { grantId } : { grantId, categories: [...kinds] });
      const { recipient, stillShared, alsoFrom, out } = answer;
      const open = kinds.filter((kind) => permission.categories.includes(kind));
      const did = open.length > 0 ? 'stopped' : 'neverOpened';
      setFinished({ did, kinds: open.length > 0 ? open : kinds, who: recipient, stillShared, alsoFrom, out });
    } catch (error) {
      const problem = problemOf(error, words.sharing.trouble);
      if (problem) return problem;
    }
    // What is shared now is what the server says, and a session that is over leads back to the start.
    await router.invalidate();
    return null;
  };

  const stopEverything = async ({ grantId, recipient }: Permission) => {
    try {
      const { alsoFrom, out } = await api.mine.stop.mutate({ grantId, everything: true });
      setFinished({ did: 'everything', kinds: [], who: recipient.name, stillShared: [], alsoFrom, out });
    } catch (error) {
      const problem = problemOf(error, words.sharing.trouble);
      if (problem) return problem;
    }
    await router.invalidate();
    return null;
  };

  const change = async (did: keyof typeof CHANGES, permission: Permission) => {
    const { grantId, categories, stopped, recipient } = permission;
    try {
      await CHANGES[did]().mutate({ grantId });
      // To whoever looks along, a mark on what is shared looks like a pause.
      const isStopped = permission.state === 'stopped';
      const shown = did === 'marked' ? (isStopped ? 'kept' : 'paused') : did;
      const kinds = isStopped ? stopped : categories;
      setFinished({ did: shown, kinds, who: recipient.name, stillShared: [], alsoFrom: [], out: [] });
    } catch (error) {
      const problem = problemOf(error, words.sharing.troubleChange);
      if (problem) return problem;
    }
    await router.invalidate();
    return null;
  };

  const answer = async ({ grantId, recipient }: Permission, said: IntroductionAnswer) => {
    try {
      const { opened } = await api.mine.answerNewHolder.mutate({ grantId, answer: said });
      const did = said === 'not-this-person' ? 'newNot' : opened.length > 0 ? 'newFine' : 'newPaused';
      setFinished({ did, kinds: opened, who: recipient.name, stillShared: [], alsoFrom: [], out: [] });
    } catch (error) {
      const problem = problemOf(error, words.sharing.troubleChange);
      if (problem) return problem;
    }
    await router.invalidate();
    return null;
  };

  const answerWorker = async ({ handoverId, comes }: MyHandover, said: 'fine' | 'talk') => {
    try {
      await api.mine.answerHandover.mutate({ handoverId, answer: said });
      const did = said === 'talk' ? 'workerTalk' : 'workerFine';
      setFinished({ did, kinds: [], who: comes, stillShared: [], alsoFrom: [], out: [] });
    } catch (error) {
      const problem = problemOf(error, words.sharing.troubleChange);
      if (problem) return problem;
    }
    await router.invalidate();
    return null;
  };

  return (
    <Page title={words.sharing.title}>
      <Done finished={finished} />
      {handovers.length > 0 && <NewWorkers handovers={handovers} onAnswer={answerWorker} />}
      {announced.length > 0 && (
        <NewPeople
          permissions={announced}
          onAnswer={answer}
          onStop={(permission) => stop(permission, kindsOf(permission))}
        />
      )}
      <p className="lead">{whoSees(active)}</p>
      {active.length > 0 && <p>{words.sharing.lead}</p>}
      <ul className="cards">
        {active.map((permission) => (
          <li key={permission.grantId}>
            <PermissionCard
              permission={permission}
              onStop={(kinds) => stop(permission, kinds)}
              onStopEverything={
                hasOther([...active, ...paused], permission) ? () => stopEverything(permission) : undefined
              }
              onPause={() => change('paused', permission)}
              onMark={() => change('marked', permission)}
            />
          </li>
        ))}
      </ul>
      {vacant.length > 0 && (
        <Vacant permissions={vacant} onStop={(permission) => stop(permission, kindsOf(permission))} />
      )}
      {paused.length > 0 && (
        <Paused
          permissions={paused}
          onResume={(permission) => change('resumed', permission)}
          onStop={(permission) => stop(permission, kindsOf(permission))}
          onMark={(permission) => change('marked', permission)}
        />
      )}
      {bases.length + papers.length + packages.length > 0 && (
        <ByLaw bases={bases} papers={papers} packages={packages} />
      )}
      <p className="quiet">{words.sharing.own}</p>
      <p>
        <Go to="/me">{words.me.link}</Go>
      </p>
      <p>
        <Go to="/circle">{words.circle.link}</Go>
      </p>
      <p>
        <Go to="/adults">{words.signers.link}</Go>
      </p>
      {past.length > 0 && <Past permissions={past} onMark={(permission) => change('marked', permission)} />}
    </Page>
  );
}

/** Whether the same person or place is named by another permission too. */
const hasOther = (permissions: readonly Permission[], { grantId, recipient }: Permission): boolean =>
  permissions.some(
    (each) =>
      each.grantId !== grantId &&
      each.recipient.name === recipient.name &&
      each.recipient.agency === recipient.agency,
  );

/** What to say of a call that did not go through; null when the session is over, which has a page of its own. */
function problemOf(error: unknown, otherwise: string): string | null {
  const { code } = troubleOf(error);
  if (code === 'SIGN_IN_FIRST') return null;
  return code === 'unreachable' ? words.sharing.unsure : otherwise;
}
