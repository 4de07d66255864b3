import type { Authority } from '@accord/consent';
import { useId, useRef, useState } from 'react';
import { calendarDay } from '../days.ts';
import { Question } from '../frame/Question.tsx';
import { fill, listed } from '../fill.ts';
import { areaWords, words } from '../words.ts';
import { ChangeButton } from '../sharing/ChangeButton.tsx';

const { signers } = words;

interface Props {
  authority: Omit<Authority, 'relation'>;
  who: string;
  /** Both answer what went wrong, or null. */
  onKeepOut: () => Promise<string | null>;
  onTakeBack: () => Promise<string | null>;
}

/** One adult: what they may sign about, where it stands, and a no that needs no reason. */
export function SignerCard({ authority, who, onKeepOut, onTakeBack }: Props) {
  const { domains, endsOn, isOver, excluded } = authority;
  const [asking, setAsking] = useState(false);
  const pressed = useRef<HTMLButtonElement>(null);
  const heading = useId();
  const keepOut = async () => {
    const problem = await onKeepOut();
    if (problem === null) setAsking(false);
    return problem;
  };
  const leave = () => {
    setAsking(false);
    pressed.current?.focus();
  };
  return (
    <article className="card" aria-labelledby={heading}>
      <h2 id={heading}>{who}</h2>
      <p>{standing(authority)}</p>
      <dl>
        <div>
          <dt>{signers.about}</dt>
          <dd>{listed(domains.map((domain) => areaWords[domain]))}</dd>
        </div>
        {endsOn !== null && (
          <div>
            <dt>{signers.until}</dt>
            <dd>{calendarDay(endsOn)}</dd>
          </div>
        )}
      </dl>
      {excluded === null && (
        <button
          type="button"
          ref={pressed}
          className="stop"
          aria-label={fill(signers.keepOutNamed, { who })}
          onClick={() => setAsking(true)}
        >
          {signers.keepOut}
        </button>
      )}
      {excluded === 'young_person' && !isOver && (
        <ChangeButton
          words={signers.takeBack}
          name={fill(signers.takeBackNamed, { who })}
          onChange={onTakeBack}
        />
      )}
      {asking && (
        <Question
          question={fill(signers.question, { who })}
          yes={signers.yes}
          sending={signers.saving}
          no={signers.keep}
          onYes={keepOut}
          onNo={leave}
        />
      )}
    </article>
  );
}

function standing({ excluded, isOver, mayContact }: Props['authority']): string {
  if (excluded) return excluded === 'young_person' ? signers.keptOut : signers.keptOutByStaff;
  if (isOver) return signers.ended;
  return mayContact ? signers.ready : signers.waiting;
}
