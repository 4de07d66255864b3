import type { CaseItem } from '@accord/cases';
import { useRouter } from '@tanstack/react-router';
import { type FormEvent, useId, useState } from 'react';
import { api, troubleOf } from '../api.ts';
import { words } from '../words.ts';
import type { ItemOf } from './arrange.ts';

const { mySide } = words;
const MOST = 2000;

interface Props {
  itemId: CaseItem['itemId'];
  /** What they said to it before. */
  sides: readonly ItemOf<'statement'>[];
}

/** Their own side of what somebody wrote: beside it, for good, and for whoever reads that. */
export function MySide({ itemId, sides }: Props) {
  const [writing, setWriting] = useState(false);
  const said = sides.flatMap(({ content }) => (content.is === 'open' ? [content.body.text] : []));
  return (
    <>
      {said.length > 0 && (
        <>
          <h3>{mySide.title}</h3>
          {said.map((text, index) => (
            <blockquote key={sides[index]?.itemId}>{text}</blockquote>
          ))}
        </>
      )}
      {writing ? (
        <WriteMySide itemId={itemId} onDone={() => setWriting(false)} />
      ) : (
        <button type="button" className="plain" onClick={() => setWriting(true)}>
          {mySide.add}
        </button>
      )}
    </>
  );
}

/** It was asked for: whoever asked writes at once. */
const takeFocus = (field: HTMLTextAreaElement | null) => field?.focus();

function WriteMySide({ itemId, onDone }: Pick<Props, 'itemId'> & { onDone: () => void }) {
  const router = useRouter();
  const [text, setText] = useState('');
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const id = useId();

  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (sending) return;
    if (!text.trim()) return setProblem(mySide.missing);
    setSending(true);
    setProblem(null);
    try {
      await api.mine.addMySide.mutate({ itemId, text });
      await router.invalidate();
      onDone();
    } catch (error) {
      const { code } = troubleOf(error);
      // What was written stays in the field: only a session that is over leads away from here.
      if (code === 'SIGN_IN_FIRST') await router.invalidate();
      else setProblem(code === 'UNAVAILABLE' ? mySide.notNow : mySide.trouble);
    }
    setSending(false);
  };

  return (
    <form noValidate onSubmit={(event) => void send(event)}>
      <div className="field">
        <label htmlFor={id}>{mySide.label}</label>
        <p id={`${id}-hint`} className="quiet">
          {mySide.hint}
        </p>
        <textarea
          id={id}
          rows={4}
          maxLength={MOST}
          value={text}
          ref={takeFocus}
          aria-describedby={`${id}-hint`}
          aria-invalid={problem !== null || undefined}
          aria-errormessage={`${id}-problem`}
          onChange={(event) => setText(event.target.value)}
        />
        <p id={`${id}-problem`} role="alert" className="problem">
          {problem}
        </p>
      </div>
      <div className="answers">
        <button type="submit" aria-disabled={sending}>
          {mySide.send}
        </button>
        <button type="button" onClick={onDone}>
          {mySide.cancel}
        </button>
      </div>
    </form>
  );
}
