import { Button, useWords } from '@accord/ui';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { problemOf } from './problem.ts';
import css from './undo.module.css';

/** How long a change can be taken back, in ms; longer while somebody is on the line. */
export const UNDO_LASTS = 10_000;

export interface Undoable {
  /** What was done, as one sentence. */
  what: string;
  undo: () => Promise<void>;
}

/** What can be taken back now, for the one place that changed. A new change takes the place of an older one. */
export function useUndo() {
  const [offer, setOffer] = useState<Undoable | null>(null);
  return { offer, offerUndo: setOffer };
}

/**
 * What was done, with a way back for ten seconds; it stays while the focus or the pointer is on it. For what discloses
 * nothing: a permission and a stop have no undo. The region is there before it speaks, or nothing is read out.
 */
export function UndoLine({ offer }: { offer: Undoable | null }) {
  const [over, setOver] = useState<{ of: Undoable; said: string | null } | null>(null);
  const line = useRef<HTMLParagraphElement>(null);
  const isOver = offer !== null && over?.of === offer;
  const end = (said: string | null) => offer && setOver({ of: offer, said });
  return (
    <div role="status">
      {offer && !isOver ? <Offer offer={offer} onOver={end} line={line} /> : null}
      {isOver && over.said ? <Said words={over.said} /> : null}
    </div>
  );
}

interface OfferProps {
  offer: Undoable;
  onOver: (said: string | null) => void;
  line: RefObject<HTMLParagraphElement | null>;
}

function Offer({ offer, onOver, line }: OfferProps) {
  const t = useWords('plan');
  const problems = useWords('problems');
  const [busy, setBusy] = useState(false);
  const over = useRef(onOver);
  useEffect(() => {
    over.current = onOver;
  });
  useEffect(() => {
    const check = () => {
      const isHeld = line.current?.matches(':hover, :focus-within') ?? false;
      if (isHeld) timer = setTimeout(check, 1_000);
      else over.current(null);
    };
    let timer = setTimeout(check, UNDO_LASTS);
    return () => clearTimeout(timer);
  }, [offer, line]);
  const takeBack = async () => {
    setBusy(true);
    try {
      await offer.undo();
      onOver(t('undo.done'));
    } catch (error) {
      onOver(problemOf(error).sentence ?? problems('offlineTitle'));
    }
  };
  return (
    <p className={css.line} ref={line}>
      <span>{offer.what}</span>
      <Button
        kind="quiet"
        small
        busy={busy}
        aria-label={t('undo.named', { what: offer.what })}
        onClick={() => void takeBack()}
      >
        {t('undo.button')}
      </Button>
    </p>
  );
}

/** Takes the focus from the button that has just gone. */
function Said({ words }: { words: string }) {
  const place = useRef<HTMLParagraphElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <p className={css.line} tabIndex={-1} ref={place}>
      {words}
    </p>
  );
}
