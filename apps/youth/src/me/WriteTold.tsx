import { type FormEvent, useId, useState } from 'react';
import { api, type CareChoices } from '../api.ts';
import type { ItemOf } from '../plan/arrange.ts';
import { words } from '../words.ts';
import { useSend } from './useSend.ts';

const { me } = words;
type Body = Extract<ItemOf<'told-once'>['content'], { is: 'open' }>['body'];
type Topic = Body['topics'][number];
const TOPICS = Object.keys(me.topic) as Topic[];

interface Props {
  now: Body | undefined;
  /** The name of whoever stands there now. */
  holder: string | null;
  seen: number | null;
  agencies: CareChoices['agencies'];
  onDone: () => void;
}

/** A place from the list, and taps. There is no field to write in: what was told is not written here. */
export function WriteTold({ now, holder, seen, agencies, onDone }: Props) {
  const [holderId, setHolderId] = useState<string>(now?.holderId ?? '');
  const [topics, setTopics] = useState<readonly Topic[]>(now?.topics ?? []);
  const { send, sending, problem, setProblem } = useSend(onDone);
  const id = useId();
  const isKnown = agencies.some(({ agencyId }) => agencyId === now?.holderId);
  const places =
    now && holder && !isKnown ? [...agencies, { agencyId: now.holderId, name: holder }] : agencies;

  const save = (event: FormEvent) => {
    event.preventDefault();
    const place = places.find(({ agencyId }) => agencyId === holderId);
    if (!place) return setProblem(me.holderMissing);
    if (topics.length === 0) return setProblem(me.topicsMissing);
    const told = { holderId: place.agencyId, topics: [...topics] };
    void send(() => api.mine.writeSheet.mutate({ seen, sheet: { kind: 'told-once', told } }));
  };

  return (
    <form noValidate className="cards" onSubmit={save}>
      <div className="field">
        <label htmlFor={id}>{me.holder}</label>
        <select id={id} value={holderId} onChange={(event) => setHolderId(event.target.value)}>
          <option value="">{me.choose}</option>
          {places.map(({ agencyId, name }) => (
            <option key={agencyId} value={agencyId}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <div role="group" aria-labelledby={`${id}-ask`} className="asked">
        <p id={`${id}-ask`}>{me.ask}</p>
        <p className="quiet">{me.noText}</p>
        <div className="answers">
          {TOPICS.map((topic) => (
            <button
              key={topic}
              type="button"
              aria-pressed={topics.includes(topic)}
              onClick={() =>
                setTopics(
                  topics.includes(topic) ? topics.filter((each) => each !== topic) : [...topics, topic],
                )
              }
            >
              {me.topic[topic]}
            </button>
          ))}
        </div>
      </div>
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
