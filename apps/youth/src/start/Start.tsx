import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { Card } from '../api.ts';
import { enterPage } from '../frame/enter-page.ts';
import { Page } from '../frame/Page.tsx';
import { useVisit } from '../visit.ts';
import { words } from '../words.ts';
import { DemoLogIn } from './DemoLogIn.tsx';
import { FirstPage } from './FirstPage.tsx';
import { SignInForm } from './SignInForm.tsx';

const route = getRouteApi('/');

/** First what Exit does, once in a page load; then the log-in. */
export function Start() {
  const { cards } = route.useLoaderData();
  const router = useRouter();
  const { visit } = router.options.context;
  const { told } = useVisit(visit);

  if (!told) return <FirstPage onGo={() => visit.change({ told: true })} />;
  return <SignIn cards={cards} onSignedIn={() => void router.navigate({ to: '/home', replace: true })} />;
}

function SignIn({ cards, onSignedIn }: { cards: readonly Card[]; onSignedIn: () => void }) {
  useEffect(enterPage, []);
  return (
    <Page title={words.start.title}>
      {cards.length > 0 && <DemoLogIn cards={cards} onSignedIn={onSignedIn} />}
      <SignInForm onSignedIn={onSignedIn} />
    </Page>
  );
}
