import { useId, useState } from 'react';
import { api, type CareChoices } from '../api.ts';
import { fill, listed } from '../fill.ts';
import type { ItemOf } from '../plan/arrange.ts';
import { Byline } from '../plan/Byline.tsx';
import { Opened } from '../plan/Opened.tsx';
import { words } from '../words.ts';
import { useSend } from './useSend.ts';
import { WriteTold } from './WriteTold.tsx';

const { me } = words;

interface Props {
  told: ItemOf<'told-once'> | undefined;
  agencies: CareChoices['agencies'];
}

/** Who holds what they told, what nobody should ask again, and a tap for each time that they had to tell it again. */
export function Told({ told, agencies }: Props) {
  const [writing, setWriting] = useState(false);
  const { send, sending, problem } = useSend(() => undefined);
  const id = useId();
  const now = told?.content.is === 'open' ? told.content.body : undefined;
  return (
    <section className="card" aria-labelledby={id}>
      <h2 id={id}>{me.told}</h2>
      <p>{me.toldLead}</p>
      {writing ? (
        <WriteTold
          now={now}
          holder={told?.holder ?? null}
          seen={told?.revision ?? null}
          agencies={agencies}
          onDone={() => setWriting(false)}
        />
      ) : (
        <>
          {told && (
            <Opened content={told.content}>
              {({ topics, again }) => (
                <>
                  <p>{fill(me.holds, { holder: told.holder ?? told.owner })}</p>
                  <p>{fill(me.topics, { topics: listed(topics.map((topic) => me.topic[topic])) })}</p>
                  {again > 0 && <p>{fill(me.again, { count: String(again) })}</p>}
                </>
              )}
            </Opened>
          )}
          {told && <Byline item={told} />}
          <p role="alert" className="problem">
            {problem}
          </p>
          {told?.mayEdit && now && (
            <button
              type="button"
              aria-disabled={sending}
              onClick={() => void send(() => api.mine.toldAgain.mutate())}
            >
              {me.count}
            </button>
          )}
          {(!told || told.mayEdit) && (
            <button type="button" onClick={() => setWriting(true)}>
              {told ? me.change : me.write}
            </button>
          )}
        </>
      )}
    </section>
  );
}
