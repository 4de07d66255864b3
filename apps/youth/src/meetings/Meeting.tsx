import { useId } from 'react';
import type { MyMeeting } from '../api.ts';
import { dayAndWeekday, time } from '../days.ts';
import { fill, listed } from '../fill.ts';
import { words } from '../words.ts';
import { Prep } from './Prep.tsx';
import { Speaker } from './Speaker.tsx';

const { meetings: said } = words;

/** One meeting: when, where and who, and then their own words for it. */
export function Meeting({ meeting }: { meeting: MyMeeting }) {
  const id = useId();
  const { body, owner, calledBy, state, people, guests } = meeting;
  const who = [
    ...people.map(({ name, agency }) => `${name} (${agency})`),
    ...guests.map((role) => said.guests[role]),
  ];
  const isOver = state === 'closed';
  return (
    <section className="card" aria-labelledby={id}>
      <h2 id={id}>{body?.what ?? said.preparing}</h2>
      {body && (
        <p>
          <time dateTime={body.startsAt}>
            {fill(said.at, { day: dayAndWeekday(body.startsAt), time: time(body.startsAt) })}
          </time>
        </p>
      )}
      {body?.place && <p>{body.place}</p>}
      <p>{said.states[state]}</p>
      <p className="quiet">{fill(said.by, { who: calledBy, owner })}</p>
      {who.length > 0 && <p className="quiet">{fill(said.who, { who: listed(who) })}</p>}
      <p>{said.rule}</p>
      <Prep meeting={meeting} part="say" isOpen={!isOver} />
      <Prep meeting={meeting} part="not-say" isOpen={!isOver} />
      <Speaker meeting={meeting} isOpen={!isOver} />
      <Prep meeting={meeting} part="after" isOpen={isOver} />
    </section>
  );
}
