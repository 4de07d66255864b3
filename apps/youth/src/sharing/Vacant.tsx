import type { Permission } from '@accord/consent';
import { useId, useState } from 'react';
import { calendarDay } from '../days.ts';
import { fill, kindsListed } from '../fill.ts';
import { words } from '../words.ts';
import { kindsOf } from './kinds-of.ts';
import { StopButton } from './StopButton.tsx';
import { StopQuestion } from './StopQuestion.tsx';

const { newPeople, sharing } = words;

interface Props {
  permissions: readonly Permission[];
  /** Answers what went wrong, or null when it is stopped. */
  onStop: (permission: Permission) => Promise<string | null>;
}

/** What is shared with a job that nobody does now, or nobody of whom they said that it is fine. It can be stopped. */
export function Vacant({ permissions, onStop }: Props) {
  return (
    <section aria-labelledby="vacant">
      <h2 id="vacant">{newPeople.vacantTitle}</h2>
      <p>{newPeople.vacantLead}</p>
      <ul className="cards">
        {permissions.map((permission) => (
          <li key={permission.grantId}>
            <VacantCard permission={permission} onStop={() => onStop(permission)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function VacantCard({
  permission,
  onStop,
}: {
  permission: Permission;
  onStop: () => Promise<string | null>;
}) {
  const [asking, setAsking] = useState(false);
  const heading = useId();
  const { recipient, endsOn } = permission;
  const kinds = kindsOf(permission);
  const who = fill(newPeople.vacant, { post: recipient.post ?? '', agency: recipient.agency });
  return (
    <article className="card" aria-labelledby={heading}>
      <h3 id={heading}>{who}</h3>
      <p>{fill(newPeople.would, { what: kindsListed(kinds) })}</p>
      <dl>
        <div>
          <dt>{sharing.until}</dt>
          <dd>{calendarDay(endsOn)}</dd>
        </div>
      </dl>
      <StopButton words={sharing.stopSharing} kinds={kinds} who={who} onAsk={() => setAsking(true)} />
      {asking && (
        <StopQuestion
          question={fill(sharing.question, { what: kindsListed(kinds), who })}
          onStop={onStop}
          onKeep={() => setAsking(false)}
        />
      )}
    </article>
  );
}
