import type { MyHandover } from '@accord/cases';
import { useId } from 'react';
import { calendarDay } from '../days.ts';
import { fill } from '../fill.ts';
import { words } from '../words.ts';
import { ChangeButton } from './ChangeButton.tsx';

const { newWorkers: said } = words;

interface NewWorkersProps {
  handovers: readonly MyHandover[];
  /** Answers what went wrong, or null. */
  onAnswer: (about: MyHandover, answer: 'fine' | 'talk') => Promise<string | null>;
}

/** Somebody new works with them at a place that works with them already: two answers of equal weight. */
export function NewWorkers({ handovers, onAnswer }: NewWorkersProps) {
  return (
    <section aria-labelledby="new-workers">
      <h2 id="new-workers">{said.title}</h2>
      <ul className="cards">
        {handovers.map((handover) => (
          <li key={handover.handoverId}>
            <NewWorker handover={handover} onAnswer={(answer) => onAnswer(handover, answer)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface NewWorkerProps {
  handover: MyHandover;
  onAnswer: (answer: 'fine' | 'talk') => Promise<string | null>;
}

function NewWorker({ handover, onAnswer }: NewWorkerProps) {
  const heading = useId();
  const { comes: who, leaves: before, title, agency, untilOn } = handover;
  return (
    <article className="card" aria-labelledby={heading}>
      <h3 id={heading}>{who}</h3>
      <p className="quiet">{[title, agency].filter(Boolean).join(', ')}</p>
      <p>
        {untilOn === null
          ? fill(said.forGood, { who, before })
          : fill(said.until, { who, before, day: calendarDay(untilOn) })}
      </p>
      <p>{said.same}</p>
      <ChangeButton
        words={said.fine}
        name={fill(said.fineNamed, { who })}
        onChange={() => onAnswer('fine')}
      />
      <ChangeButton
        words={said.talk}
        name={fill(said.talkNamed, { who })}
        onChange={() => onAnswer('talk')}
      />
    </article>
  );
}
