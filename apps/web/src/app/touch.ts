/** For so long, in ms, after a touch, what the page asks counts as its person's use. */
const RECENT = 60_000;
/** A click is among them for screen readers and voice control, which make neither of the others. */
const SIGNS = ['pointerdown', 'keydown', 'click'] as const;

let touchedAt = Number.NEGATIVE_INFINITY;

function touched(): void {
  touchedAt = Date.now();
}

/** Starts to notice whether somebody is there. Once is enough, more does no harm. */
export function watchTouch(): void {
  for (const sign of SIGNS) document.addEventListener(sign, touched, { capture: true, passive: true });
}

/** What a call carries that nobody at the page caused: it must not keep the session from idling out. */
export function backgroundHeader(): Record<string, string> {
  const since = Date.now() - touchedAt;
  // A clock that was put back says nothing about a touch.
  return since >= 0 && since < RECENT ? {} : { 'x-accord-background': '1' };
}
