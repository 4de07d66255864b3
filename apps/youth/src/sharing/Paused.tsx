import type { Permission } from '@accord/consent';
import { useId, useState } from 'react';
import { calendarDay } from '../days.ts';
import { fill, kindsListed } from '../fill.ts';
import { words } from '../words.ts';
import { ChangeButton } from './ChangeButton.tsx';
import { kindsOf } from './kinds-of.ts';
import { NotMyChoice } from './NotMyChoice.tsx';
import { StopButton } from './StopButton.tsx';
import { StopQuestion } from './StopQuestion.tsx';

const { sharing } = words;

interface Props {
  permissions: readonly Permission[];
  /** Answers what went wrong, or null. */
  onResume: (permission: Permission) => Promise<string | null>;
  onStop: (permission: Permission) => Promise<string | null>;
  onMark: (permission: Permission) => Promise<string | null>;
}

/** What nobody can see for now. It ends on the day that was signed, paused or not. */
export function Paused({ permissions, onResume, onStop, onMark }: Props) {
  return (
    <section aria-labelledby="paused">
      <h2 id="paused">{sharing.pausedTitle}</h2>
      <p>{sharing.pausedLead}</p>
      <ul className="cards">
        {permissions.map((permission) => (
          <li key={permission.grantId}>
            <PausedCard
              permission={permission}
              onResume={() => onResume(permission)}
              onStop={() => onStop(permission)}
              onMark={() => onMark(permission)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface CardProps {
  permission: Permission;
  onResume: () => Promise<string | null>;
  onStop: () => Promise<string | null>;
  onMark: () => Promise<string | null>;
}

function PausedCard({ permission, onResume, onStop, onMark }: CardProps) {
  const { recipient, endsOn, pausedBy } = permission;
  const categories = kindsOf(permission);
  const [asking, setAsking] = useState(false);
  const heading = useId();
  const what = kindsListed(categories);
  return (
    <article className="card" aria-labelledby={heading}>
      <h3 id={heading}>{recipient.name}</h3>
      <p>{fill(sharing.pausedLine, { what })}</p>
      <p className="quiet">{pausedBy === 'staff' ? sharing.pausedByStaff : sharing.pausedByYou}</p>
      <dl>
        <div>
          <dt>{sharing.until}</dt>
          <dd>{calendarDay(endsOn)}</dd>
        </div>
      </dl>
      <ChangeButton
        words={sharing.resume}
        name={fill(sharing.resumeNamed, { what, who: recipient.name })}
        onChange={onResume}
      />
      <StopButton
        words={sharing.stopSharing}
        kinds={categories}
        who={recipient.name}
        onAsk={() => setAsking(true)}
      />
      {asking && (
        <StopQuestion
          question={fill(sharing.question, { what, who: recipient.name })}
          onStop={onStop}
          onKeep={() => setAsking(false)}
        />
      )}
      <NotMyChoice permission={permission} onMark={onMark} />
    </article>
  );
}
