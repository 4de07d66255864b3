import type { KeptOut } from '@accord/consent';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { api, troubleOf } from '../api.ts';
import { dayAndWeekday } from '../days.ts';
import { fill } from '../fill.ts';
import { Page } from '../frame/Page.tsx';
import { words } from '../words.ts';
import { ChoosePerson } from './ChoosePerson.tsx';

const route = getRouteApi('/signed-in/circle');
const { circle } = words;
type StaffId = KeptOut['people'][number]['staffId'];

/** People who never see anything here, whatever else would let them: named by the young person, and only by them. */
export function Circle() {
  const { people, others } = route.useLoaderData();
  const router = useRouter();
  const [said, setSaid] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const done = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (said) done.current?.focus();
  }, [said]);

  const change = async (call: Promise<object>, sentence: string) => {
    setBusy(true);
    setProblem(null);
    setSaid(null);
    try {
      await call;
      setSaid(sentence);
    } catch (error) {
      setProblem(troubleOf(error).code === 'unreachable' ? circle.unsure : circle.trouble);
    }
    // What holds now is what the server says, and a session that is over leads back to the start.
    await router.invalidate();
    setBusy(false);
  };
  const keepOut = (staffId: StaffId, who: string) =>
    void change(api.mine.keepOut.mutate({ staffId }), fill(circle.kept, { who }));
  const letBack = (staffId: StaffId, who: string) =>
    void change(api.mine.letBack.mutate({ staffId }), fill(circle.back, { who }));

  return (
    <Page title={circle.title} lead={circle.lead}>
      <p role="status" ref={done} tabIndex={-1} className={said ? 'done' : undefined}>
        {said}
      </p>
      <p role="alert" className="problem">
        {problem}
      </p>
      {people.length === 0 && <p>{circle.none}</p>}
      <ul className="cards">
        {people.map(({ staffId, name, title, agency, since }) => (
          <li key={staffId} className="card">
            <strong>{name}</strong>
            <p className="quiet">{`${title}, ${agency}`}</p>
            <p>{fill(circle.since, { day: dayAndWeekday(since) })}</p>
            <button type="button" aria-disabled={busy} onClick={() => busy || letBack(staffId, name)}>
              {fill(circle.letBack, { who: name })}
            </button>
          </li>
        ))}
      </ul>
      <ChoosePerson people={others} busy={busy} onChoose={keepOut} />
      <p className="quiet">{circle.honest}</p>
    </Page>
  );
}
