import { type FormEvent, useId, useState } from 'react';
import { api } from '../api.ts';
import type { ItemOf } from '../plan/arrange.ts';
import { Byline } from '../plan/Byline.tsx';
import { Opened } from '../plan/Opened.tsx';
import { words } from '../words.ts';
import { useSend } from './useSend.ts';

const { me } = words;
const MOST = 500;
type Part = keyof typeof me.parts;
const PARTS = Object.keys(me.parts) as Part[];
type Answers = { [part in Part]?: string | undefined };

/** Their four answers, theirs to change at any time. */
export function MyCard({ card }: { card: ItemOf<'card'> | undefined }) {
  const [writing, setWriting] = useState(false);
  const id = useId();
  const now = card?.content.is === 'open' ? card.content.body : {};
  return (
    <section className="card" aria-labelledby={id}>
      <h2 id={id}>{me.card}</h2>
      {writing ? (
        <Write now={now} seen={card?.revision ?? null} onDone={() => setWriting(false)} />
      ) : (
        <>
          {card ? (
            <Opened content={card.content}>{(body) => <Said body={body} />}</Opened>
          ) : (
            <p>{me.empty}</p>
          )}
          {card && <Byline item={card} />}
          {(!card || card.mayEdit) && (
            <button type="button" onClick={() => setWriting(true)}>
              {card ? me.change : me.write}
            </button>
          )}
        </>
      )}
    </section>
  );
}

function Said({ body }: { body: Answers }) {
  return PARTS.map(
    (part) =>
      body[part] && (
        <div key={part}>
          <h3>{me.parts[part]}</h3>
          <blockquote>{body[part]}</blockquote>
        </div>
      ),
  );
}

/** It was asked for: whoever asked writes at once. */
const takeFocus = (field: HTMLTextAreaElement | null) => field?.focus();

interface WriteProps {
  now: Answers;
  seen: number | null;
  onDone: () => void;
}

function Write({ now, seen, onDone }: WriteProps) {
  const [answers, setAnswers] = useState(now);
  const { send, sending, problem, setProblem } = useSend(onDone);
  const id = useId();

  const save = (event: FormEvent) => {
    event.preventDefault();
    const said = PARTS.flatMap((part) => (answers[part]?.trim() ? [[part, answers[part]] as const] : []));
    if (said.length === 0) return setProblem(me.missing);
    void send(() =>
      api.mine.writeSheet.mutate({ seen, sheet: { kind: 'card', card: Object.fromEntries(said) } }),
    );
  };

  return (
    <form noValidate className="cards" onSubmit={save}>
      {PARTS.map((part, index) => (
        <div key={part} className="field">
          <label htmlFor={`${id}-${part}`}>{me.parts[part]}</label>
          <textarea
            id={`${id}-${part}`}
            rows={2}
            maxLength={MOST}
            value={answers[part] ?? ''}
            ref={index === 0 ? takeFocus : undefined}
            onChange={(event) => setAnswers({ ...answers, [part]: event.target.value })}
          />
        </div>
      ))}
      <p role="alert" className="problem">
        {problem}
      </p>
      <div className="answers">
        <button type="submit" aria-disabled={sending}>
          {me.save}
        </button>
        <button type="button" onClick={onDone}>
          {me.cancel}
        </button>
      </div>
    </form>
  );
}
