import type { CategoryCode, Permission } from '@accord/consent';
import { useId, useRef, useState } from 'react';
import { calendarDay, day } from '../days.ts';
import { fill, kindsListed, sentenceCase } from '../fill.ts';
import { kindWords, purposeWords, relationWords, words } from '../words.ts';
import { ChangeButton } from './ChangeButton.tsx';
import { kindsOf } from './kinds-of.ts';
import { NotMyChoice } from './NotMyChoice.tsx';
import { NotYet } from './NotYet.tsx';
import { StopButton } from './StopButton.tsx';
import { StopQuestion } from './StopQuestion.tsx';
import { startOf } from './starts.ts';
import { namesAgency } from './who-sees.ts';

interface Props {
  permission: Permission;
  /** Answers what went wrong, or null when it is stopped. */
  onStop: (kinds: readonly CategoryCode[]) => Promise<string | null>;
  /** Stops this one and every other to the same person or place. Left out where there is no other. */
  onStopEverything?: (() => Promise<string | null>) | undefined;
  /** Answers what went wrong, or null when it is paused. */
  onPause: () => Promise<string | null>;
  onMark: () => Promise<string | null>;
}

const { sharing } = words;

/** One permission: who, what kinds, until when, why. Each kind can be stopped by itself, in two taps. */
export function PermissionCard({ permission, onStop, onStopEverything, onPause, onMark }: Props) {
  const { recipient, categories, stopped, discloser, purpose, need, endsOn, adults } = permission;
  const start = startOf(permission);
  const kinds = kindsOf(permission);
  const [asking, setAsking] = useState<readonly CategoryCode[] | 'everything' | null>(null);
  const pressed = useRef<HTMLElement | null>(null);
  const heading = useId();

  const ask = (what: readonly CategoryCode[] | 'everything') => (button: HTMLElement) => {
    pressed.current = button;
    setAsking(what);
  };
  const stop = async (what: readonly CategoryCode[] | 'everything') => {
    const problem = what === 'everything' ? await onStopEverything?.() : await onStop(what);
    if (problem === undefined) return null;
    if (problem === null) setAsking(null);
    return problem;
  };
  const keep = () => {
    setAsking(null);
    pressed.current?.focus();
  };

  return (
    <article className="card" aria-labelledby={heading}>
      <h2 id={heading}>{recipient.name}</h2>
      <p className="quiet">
        {namesAgency(permission) ? sharing.everyone : `${recipient.title}, ${recipient.agency}`}
      </p>
      {recipient.post !== null && (
        <p>{fill(words.newPeople.job, { post: recipient.post, who: recipient.name })}</p>
      )}
      {permission.keptOut && (
        <p>
          <strong>{sharing.keptOut}</strong>
        </p>
      )}
      {permission.paper.holds.length > 0 && (
        <p className="quiet">{permission.paper.holds.map((hold) => words.paper[hold]).join(' ')}</p>
      )}
      <dl>
        <div>
          <dt>{permission.keptOut ? sharing.wouldSee : sharing.sees}</dt>
          <dd>
            {categories.length === 0 && <p>{sharing.nothingYet}</p>}
            <ul className="kinds">
              {categories.map((kind) => (
                <li key={kind}>
                  <span>{sentenceCase(kindWords[kind])}</span>
                  {kinds.length > 1 && (
                    <StopButton
                      words={sharing.stop}
                      kinds={[kind]}
                      who={recipient.name}
                      onAsk={ask([kind])}
                    />
                  )}
                </li>
              ))}
            </ul>
            {stopped.length > 0 && (
              <p className="quiet">{fill(sharing.stopped, { what: kindsListed(stopped) })}</p>
            )}
          </dd>
        </div>
        {permission.law.length > 0 && <NotYet lines={permission.law} />}
        {adults.length > 0 && (
          <div>
            <dt>{sharing.alsoSigned}</dt>
            {adults.map(({ capacity, relation, at }) => (
              <dd key={capacity}>{fill(sharing.signedOn, { who: relationWords[relation], day: day(at) })}</dd>
            ))}
          </div>
        )}
        {start !== null && (
          <div>
            <dt>{sharing.starts}</dt>
            <dd>{fill(sharing.startsOn, { day: day(start) })}</dd>
          </div>
        )}
        <div>
          <dt>{sharing.until}</dt>
          <dd>{calendarDay(endsOn)}</dd>
        </div>
        <div>
          <dt>{sharing.why}</dt>
          <dd>
            {purposeWords[purpose]}
            {need !== null && <span className="aside">{fill(sharing.theirWords, { need })}</span>}
          </dd>
        </div>
        <div>
          <dt>{sharing.from}</dt>
          <dd>{discloser}</dd>
        </div>
      </dl>
      <StopButton
        words={kinds.length > 1 ? sharing.stopAll : sharing.stopSharing}
        kinds={kinds}
        who={recipient.name}
        onAsk={ask(kinds)}
      />
      <ChangeButton
        words={sharing.pause}
        name={fill(sharing.pauseNamed, { what: kindsListed(kinds), who: recipient.name })}
        onChange={onPause}
      />
      {onStopEverything && (
        <button type="button" className="stop" onClick={(event) => ask('everything')(event.currentTarget)}>
          {fill(sharing.everything, { who: recipient.name })}
        </button>
      )}
      {asking && (
        <StopQuestion
          key={String(asking)}
          question={
            asking === 'everything'
              ? fill(sharing.everythingQuestion, { who: recipient.name })
              : fill(sharing.question, { what: kindsListed(asking), who: recipient.name })
          }
          onStop={() => stop(asking)}
          onKeep={keep}
        />
      )}
      <NotMyChoice permission={permission} onMark={onMark} />
    </article>
  );
}
