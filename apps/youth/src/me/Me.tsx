import { getRouteApi } from '@tanstack/react-router';
import { fill } from '../fill.ts';
import { Page } from '../frame/Page.tsx';
import { arrange } from '../plan/arrange.ts';
import { words } from '../words.ts';
import { MyCard } from './MyCard.tsx';
import { Told } from './Told.tsx';

const route = getRouteApi('/signed-in/me');
const { me } = words;

/** How to be with them, in their words, and what they do not want to tell again. Who reads it stands at the top. */
export function Me() {
  const { items, choices } = route.useLoaderData();
  const { cards, told } = arrange(items);
  return (
    <Page title={me.title} lead={me.lead}>
      {choices.keeper !== '' && (
        <p>
          {fill(me.keeper, choices)} {me.others}
        </p>
      )}
      <MyCard key={cards[0]?.revision} card={cards[0]} />
      <Told key={`told-${told[0]?.revision}`} told={told[0]} agencies={choices.agencies} />
    </Page>
  );
}
