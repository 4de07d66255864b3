import type { CategoryCode, Stopped } from '@accord/consent';
import { useEffect, useRef } from 'react';
import { fill, kindsListed } from '../fill.ts';
import { words } from '../words.ts';

export interface Finished {
  did: 'stopped' | 'paused' | 'resumed';
  kinds: readonly CategoryCode[];
  who: string;
  stillShared: readonly CategoryCode[];
  alsoFrom: Stopped['alsoFrom'];
}

const { sharing } = words;

const LINES = { stopped: sharing.done, paused: sharing.donePaused, resumed: sharing.doneResumed };

/** What was done, and honestly what it can not do. It takes the focus: the button that was pressed is gone. */
export function Done({ finished }: { finished: Finished | null }) {
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (finished) line.current?.focus();
  }, [finished]);

  return (
    <div ref={line} role="status" tabIndex={-1} className={finished ? 'card done' : undefined}>
      {finished && (
        <>
          <p>
            <strong>
              {fill(LINES[finished.did], { what: kindsListed(finished.kinds), who: finished.who })}
            </strong>
          </p>
          {finished.did === 'stopped' && (
            <p>{finished.alsoFrom.length > 0 ? sharing.doneHonestPart : sharing.doneHonest}</p>
          )}
          {finished.alsoFrom.map(({ discloser, categories }) => (
            <p key={discloser}>
              {fill(sharing.alsoFrom, { what: kindsListed(categories), who: finished.who, discloser })}
            </p>
          ))}
          {finished.did === 'paused' && <p>{sharing.donePausedHonest}</p>}
          {finished.stillShared.length > 0 && (
            <p>{fill(sharing.still, { what: kindsListed(finished.stillShared), who: finished.who })}</p>
          )}
        </>
      )}
    </div>
  );
}
