import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { api, type MyMeeting, troubleOf } from '../api.ts';
import { fill } from '../fill.ts';
import { words } from '../words.ts';

const { meetings: said } = words;
type Choice = Parameters<typeof api.mine.chooseSpeaker.mutate>[0]['speaker'];

/** Who speaks for them: one tap, and it can be changed until the meeting is over. */
export function Speaker({ meeting, isOpen }: { meeting: MyMeeting; isOpen: boolean }) {
  const router = useRouter();
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { speaks, people, meetingId } = meeting;
  const now = fill(said.speaks[speaks?.is ?? 'unset'], { who: speaks?.name ?? '' });

  const choose = async (speaker: Choice) => {
    if (sending) return;
    setSending(true);
    setProblem(null);
    try {
      await api.mine.chooseSpeaker.mutate({ meetingId, speaker });
    } catch (error) {
      if (troubleOf(error).code !== 'SIGN_IN_FIRST') setProblem(said.trouble);
    }
    await router.invalidate();
    setSending(false);
  };
  const choices: { speaker: Choice; label: string }[] = [
    { speaker: { is: 'self' }, label: said.choose.self },
    ...people.map(({ staffId, name }) => ({
      speaker: { is: 'person' as const, staffId },
      label: fill(said.choose.person, { who: name }),
    })),
    { speaker: { is: 'nobody' }, label: said.choose.nobody },
  ];
  return (
    <>
      <h3>{said.speaker}</h3>
      <p role="status">{now}</p>
      <p role="alert" className="problem">
        {problem}
      </p>
      {isOpen && (
        <div className="answers" role="group" aria-label={said.speaker}>
          {choices.map(({ speaker, label }) => (
            <button key={label} type="button" aria-disabled={sending} onClick={() => void choose(speaker)}>
              {label}
            </button>
          ))}
        </div>
      )}
    </>
  );
}
