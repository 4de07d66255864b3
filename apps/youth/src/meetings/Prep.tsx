import { useRouter } from '@tanstack/react-router';
import { type FormEvent, useId, useState } from 'react';
import { api, type MyMeeting, troubleOf } from '../api.ts';
import { fill } from '../fill.ts';
import { words } from '../words.ts';

const { meetings: said } = words;
const MOST = 2000;

type Part = keyof typeof said.parts;
const FIELD = { say: 'say', 'not-say': 'notSay', after: 'after' } as const;

interface Props {
  meeting: MyMeeting;
  part: Part;
  /** Whether it can be written now. */
  isOpen: boolean;
}

/** One part of their own words. Who may read it is chosen with the button that saves it, each time anew. */
export function Prep({ meeting, part, isOpen }: Props) {
  const [writing, setWriting] = useState(false);
  const text = meeting.prep[FIELD[part]];
  const { title, hint, shared, own } = said.parts[part];
  if (text === null && !isOpen) return null;
  return (
    <>
      <h3>{title}</h3>
      {writing && isOpen ? null : text === null ? (
        <p className="quiet">{hint}</p>
      ) : (
        <>
          <blockquote>{text}</blockquote>
          <p className="quiet">
            {fill(meeting.shared[FIELD[part]] ? shared : own, { who: meeting.calledBy })}
          </p>
        </>
      )}
      {isOpen && writing && (
        <WritePrep meeting={meeting} part={part} text={text ?? ''} onDone={() => setWriting(false)} />
      )}
      {isOpen && !writing && (
        <button
          type="button"
          className="plain"
          onClick={() => setWriting(true)}
          aria-label={`${text === null ? said.write : said.change}: ${title}`}
        >
          {text === null ? said.write : said.change}
        </button>
      )}
    </>
  );
}

/** It was asked for: whoever asked writes at once. */
const takeFocus = (field: HTMLTextAreaElement | null) => field?.focus();

function WritePrep({
  meeting,
  part,
  text: before,
  onDone,
}: Omit<Props, 'isOpen'> & { text: string; onDone: () => void }) {
  const router = useRouter();
  const [text, setText] = useState(before);
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const id = useId();
  const { title, hint, share, keep } = said.parts[part];

  const save = async (shared: boolean) => {
    if (!text.trim()) return setProblem(said.missing);
    return send(text.trim(), shared);
  };
  const send = async (written: string, shared: boolean) => {
    if (sending) return;
    setSending(true);
    setProblem(null);
    try {
      await api.mine.prepare.mutate({ meetingId: meeting.meetingId, part, text: written, shared });
      await router.invalidate();
      onDone();
    } catch (error) {
      const { code } = troubleOf(error);
      // What was written stays in the field: only a session that is over leads away from here.
      if (code === 'SIGN_IN_FIRST') await router.invalidate();
      else setProblem(TROUBLE[code] ?? said.trouble);
    }
    setSending(false);
  };
  const keepIt = (event: FormEvent) => {
    event.preventDefault();
    void save(false);
  };

  return (
    <form noValidate onSubmit={keepIt}>
      <div className="field">
        <label htmlFor={id}>{title}</label>
        <p id={`${id}-hint`} className="quiet">
          {`${hint} ${said.court}`}
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
        <button type="button" aria-disabled={sending} onClick={() => void save(true)}>
          {fill(share, { who: meeting.calledBy })}
        </button>
        <button type="submit" aria-disabled={sending}>
          {keep}
        </button>
        {before && (
          <button type="button" aria-disabled={sending} onClick={() => void send('', false)}>
            {said.takeBack}
          </button>
        )}
        <button type="button" onClick={onDone}>
          {said.never}
        </button>
      </div>
    </form>
  );
}

const TROUBLE: Partial<Record<ReturnType<typeof troubleOf>['code'], string>> = {
  UNAVAILABLE: said.notNow,
  CONFLICT: said.over,
};
