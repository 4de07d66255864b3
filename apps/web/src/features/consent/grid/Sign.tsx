import type { CellState } from '@accord/consent';
import css from './grid.module.css';

/** A shape for each state: full, half, empty circle, a stroke, and two bars for a pause. It always stands beside its word. */
export function Sign({ state }: { state: CellState | 'paused' }) {
  return (
    <svg className={css.sign} data-state={state} viewBox="0 0 16 16" width="16" height="16" aria-hidden>
      {state === 'never' ? (
        <path d="M3 8h10" />
      ) : state === 'paused' ? (
        <path d="M5.5 3v10M10.5 3v10" />
      ) : (
        <circle cx="8" cy="8" r="6" className={state === 'all' ? css.full : css.ring} />
      )}
      {state === 'some' ? <path d="M8 2a6 6 0 0 1 0 12z" className={css.full} /> : null}
    </svg>
  );
}
