/** For so long, in ms, after a touch, what the page asks counts as its person's use. */
const RECENT = 60_000;
/** A click is among them for screen readers and voice control, which make none of the others. */
const SIGNS = ['pointerdown', 'keydown', 'click', 'wheel'] as const;

let touchedAt = Number.NEGATIVE_INFINITY;
let watching = false;
let place = '';
const listeners = new Set<() => void>();

function touched(): void {
  touchedAt = Date.now();
  for (const listener of listeners) listener();
}

/** Browsers also tell of a pointer that stands still while the page moves under it. */
function moved({ screenX, screenY }: MouseEvent): void {
  const now = `${screenX} ${screenY}`;
  if (now === place) return;
  place = now;
  touched();
}

/** Starts to notice whether somebody is there. Once is enough, more does no harm. */
export function watchTouch(): void {
  if (watching) return;
  watching = true;
  for (const sign of SIGNS) document.addEventListener(sign, touched, { capture: true, passive: true });
  document.addEventListener('pointermove', moved, { capture: true, passive: true });
}

/** Calls `listener` at each touch. Answers how to stop. */
export function onTouch(listener: () => void): () => void {
  watchTouch();
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What a call carries that nobody at the page caused: it must not keep the session from locking and idling out. */
export function backgroundHeader(): Record<string, string> {
  const since = Date.now() - touchedAt;
  // A clock that was put back says nothing about a touch.
  return since >= 0 && since < RECENT ? {} : { 'x-accord-background': '1' };
}
