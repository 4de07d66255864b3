import type { IntroductionAnswer, Permission } from '@accord/consent';
import { useId, useState } from 'react';
import { calendarDay } from '../days.ts';
import { fill, kindsListed } from '../fill.ts';
import { words } from '../words.ts';
import { ChangeButton } from './ChangeButton.tsx';
import { kindsOf } from './kinds-of.ts';
import { StopButton } from './StopButton.tsx';
import { StopQuestion } from './StopQuestion.tsx';

const { newPeople, sharing } = words;

interface Props {
  permissions: readonly Permission[];
  /** Answers what went wrong, or null. */
  onAnswer: (about: Permission, answer: IntroductionAnswer) => Promise<string | null>;
  /** Ends it for whoever does that job, now or later. */
  onStop: (permission: Permission) => Promise<string | null>;
}

/** Somebody new does a job that things are shared with: one card each, and two answers of equal weight. */
export function NewPeople({ permissions, onAnswer, onStop }: Props) {
  const people = Map.groupBy(permissions, ({ recipient: { name, agency, post } }) =>
    JSON.stringify([name, agency, post]),
  );
  return (
    <section aria-labelledby="new-people">
      <h2 id="new-people">{newPeople.title}</h2>
      <ul className="cards">
        {[...people].map(([key, those]) => (
          <li key={key}>
            <NewPerson permissions={those} onAnswer={onAnswer} onStop={onStop} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function NewPerson({ permissions, onAnswer, onStop }: Props) {
  const heading = useId();
  const [asking, setAsking] = useState<Permission | null>(null);
  const [first] = permissions;
  if (!first) return null;
  const { name: who, title, agency, post } = first.recipient;
  return (
    <article className="card" aria-labelledby={heading}>
      <h3 id={heading}>{who}</h3>
      <p className="quiet">{[title, agency].filter(Boolean).join(', ')}</p>
      <p>
        <strong>{fill(newPeople.lead, { who, post: post ?? '', agency })}</strong> {newPeople.was}
      </p>
      {permissions.map((permission) => (
        <div key={permission.grantId}>
          <p>{fill(newPeople.see, { what: kindsListed(kindsOf(permission)) })}</p>
          <p className="quiet">
            {fill(newPeople.until, { day: calendarDay(permission.endsOn) })} {sharing.from}:{' '}
            {permission.discloser}.
          </p>
        </div>
      ))}
      <p>{newPeople.nothing}</p>
      <ChangeButton
        words={newPeople.fine}
        name={fill(newPeople.fineNamed, { who })}
        onChange={() => onAnswer(first, 'fine')}
      />
      <ChangeButton
        words={newPeople.not}
        name={fill(newPeople.notNamed, { who })}
        onChange={() => onAnswer(first, 'not-this-person')}
      />
      {permissions.map((permission) => (
        <StopButton
          key={permission.grantId}
          words={sharing.stopSharing}
          kinds={kindsOf(permission)}
          who={post ?? who}
          onAsk={() => setAsking(permission)}
        />
      ))}
      {asking && (
        <StopQuestion
          key={asking.grantId}
          question={fill(sharing.question, { what: kindsListed(kindsOf(asking)), who: post ?? who })}
          onStop={() => onStop(asking)}
          onKeep={() => setAsking(null)}
        />
      )}
    </article>
  );
}
