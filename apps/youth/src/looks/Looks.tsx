import { getRouteApi } from '@tanstack/react-router';
import { dayAndWeekday, time } from '../days.ts';
import { fill } from '../fill.ts';
import { Page } from '../frame/Page.tsx';
import { words } from '../words.ts';
import { byDay, type Gathered } from './by-day.ts';
import { lookSentence } from './sentence.ts';

const route = getRouteApi('/signed-in/log');
const { looks: said } = words;

/** Who looked, day by day, newest first: one plain sentence for each. */
export function Looks() {
  const { looks } = route.useLoaderData();
  const days = byDay(looks, dayAndWeekday);
  return (
    <Page title={said.title} lead={said.lead}>
      {days.length === 0 && <p>{said.empty}</p>}
      {days.map(({ name, looks: gathered }, index) => (
        <section key={name} aria-labelledby={`day-${index}`}>
          <h2 id={`day-${index}`}>{name}</h2>
          <ul className="card looks">
            {gathered.map((look) => (
              <li key={look.key}>
                <p>{lookSentence(look)}</p>
                <p className="quiet">{whenWords(look)}</p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Page>
  );
}

function whenWords({ count, at }: Gathered): string {
  return count === 1 ? fill(said.at, { time: time(at) }) : fill(said.times, { count, time: time(at) });
}
