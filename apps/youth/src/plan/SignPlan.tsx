import { useRouter } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { api, type MyPlan, troubleOf } from '../api.ts';
import { day } from '../days.ts';
import { fill } from '../fill.ts';
import { words } from '../words.ts';

const { sign } = words.plan;
type Reason = keyof typeof sign.reasons;
type Answer = { is: 'signed' } | { is: 'sent-back'; reason: Reason };

/** One plan that they were asked to sign: yes and back have the same size, and a reason is one tap. */
export function SignPlan({ plan }: { plan: MyPlan }) {
  const router = useRouter();
  const id = useId();
  const [asksWhy, setAsksWhy] = useState(false);
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const say = async (answer: Answer) => {
    if (sending) return;
    setSending(true);
    setProblem(null);
    try {
      await api.mine.answerPlan.mutate({ planId: plan.planId, answer });
      setAsksWhy(false);
    } catch (error) {
      const { code } = troubleOf(error);
      if (code !== 'SIGN_IN_FIRST') setProblem(code === 'CONFLICT' ? sign.moved : sign.trouble);
    }
    await router.invalidate();
    setSending(false);
  };

  return (
    <section className="card" aria-labelledby={id}>
      <h2 id={id}>{sign.title}</h2>
      {sentences(plan).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <p role="alert" className="problem">
        {problem}
      </p>
      {asksWhy ? (
        <div role="group" aria-label={sign.why} className="asked">
          <p>{sign.why}</p>
          <div className="answers">
            {(Object.keys(sign.reasons) as Reason[]).map((reason) => (
              <button
                key={reason}
                type="button"
                aria-disabled={sending}
                onClick={() => void say({ is: 'sent-back', reason })}
              >
                {sign.reasons[reason]}
              </button>
            ))}
            <button type="button" onClick={() => setAsksWhy(false)}>
              {sign.never}
            </button>
          </div>
        </div>
      ) : (
        <div className="answers">
          {plan.maySign && (
            <button type="button" aria-disabled={sending} onClick={() => void say({ is: 'signed' })}>
              {sign.yes}
            </button>
          )}
          {plan.maySendBack && (
            <button type="button" onClick={() => setAsksWhy(true)}>
              {sign.back}
            </button>
          )}
        </div>
      )}
    </section>
  );
}

/** Who asked, who said what, and what comes next. */
function sentences({ sentBy, sentAt, owner, state, isNow, young, supervisor, maySign }: MyPlan): string[] {
  const mine = young && fill(young.is === 'signed' ? sign.mineSigned : sign.mineBack, { day: day(young.at) });
  const theirs =
    supervisor &&
    fill(supervisor.is === 'signed' ? sign.theirs : sign.theirsBack, {
      who: supervisor.by ?? owner,
      day: day(supervisor.at),
    });
  return [
    fill(sign.asked, { who: sentBy, day: day(sentAt), owner }),
    maySign && sign.read,
    mine,
    theirs,
    state === 'agreed' && isNow && sign.agreed,
    state !== 'sent-back' && !isNow && sign.changed,
  ].filter((sentence) => typeof sentence === 'string');
}
