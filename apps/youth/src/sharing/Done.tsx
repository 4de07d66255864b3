import type { CategoryCode, Stopped } from '@accord/consent';
import { useEffect, useRef } from 'react';
import { calendarDay } from '../days.ts';
import { counted, fill, kindsListed, listed, sentenceCase } from '../fill.ts';
import { words } from '../words.ts';

export interface Finished {
  did:
    | 'stopped'
    | 'everything'
    | 'neverOpened'
    | 'paused'
    | 'resumed'
    | 'kept'
    | 'newFine'
    | 'newPaused'
    | 'newNot'
    | 'workerFine'
    | 'workerTalk';
  kinds: readonly CategoryCode[];
  who: string;
  stillShared: readonly CategoryCode[];
  alsoFrom: Stopped['alsoFrom'];
  out: Stopped['out'];
}

const { choice, newPeople, newWorkers, sharing } = words;

const LINES = {
  stopped: sharing.done,
  everything: sharing.doneEverything,
  neverOpened: sharing.neverOpened,
  paused: sharing.donePaused,
  resumed: sharing.doneResumed,
  kept: choice.kept,
  newFine: newPeople.doneFine,
  newPaused: newPeople.donePaused,
  newNot: newPeople.doneNot,
  workerFine: newWorkers.doneFine,
  workerTalk: newWorkers.doneTalk,
};

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
          {isStop(finished) && <p>{honestyOf(finished)}</p>}
          {isStop(finished) && <Out out={finished.out} />}
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

const isStop = ({ did }: Finished) => did === 'stopped' || did === 'everything';

function honestyOf({ alsoFrom, out }: Finished): string {
  if (alsoFrom.length > 0) return sharing.doneHonestPart;
  return out.length > 0 ? sharing.doneHonest : sharing.doneNever;
}

/** What they have read of it, and when: named, since no stop reaches it. */
function Out({ out }: Pick<Finished, 'out'>) {
  const days = [...new Set(out.flatMap((each) => each.days))].toSorted();
  if (days.length === 0) return null;
  const what = sentenceCase(kindsListed(out.map(({ kind }) => kind)));
  return (
    <>
      <p>{fill(counted(days.length, sharing.outRead_one, sharing.outRead_other), { what })}</p>
      <p className="quiet">{fill(sharing.outDays, { days: listed(days.map(calendarDay)) })}</p>
    </>
  );
}
