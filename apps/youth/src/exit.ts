/** Where the server ends the session, clears what the browser kept, and sends on to a page about nothing. */
const LEAVE = '/leave';
const PRESSES = 3;
const WITHIN_MS = 5000;

/** Covers the screen first: that needs no network. A title of one space without width says nothing in a tab. */
function leave(go: (to: string) => void): void {
  document.documentElement.dataset['screen'] = 'leaving';
  document.title = '\u200B';
  go(LEAVE);
}

/**
 * Makes every link to /leave faster and adds Shift pressed three times within five seconds. A Shift that only
 * makes a capital letter does not count. Without script the links still lead to the server, which does the rest.
 *
 * @param go replaces the page, so that Back does not return here; tests give their own.
 */
export function installExit(go: (to: string) => void = (to) => location.replace(to)): void {
  document.addEventListener(
    'click',
    (event) => {
      const link = event.target instanceof Element ? event.target.closest(`a[href="${LEAVE}"]`) : null;
      if (!link) return;
      event.preventDefault();
      leave(go);
    },
    true,
  );

  let presses: number[] = [];
  let alone = false;
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Shift') {
        alone ||= !event.repeat;
        return;
      }
      alone = false;
      presses = [];
    },
    true,
  );
  document.addEventListener(
    'keyup',
    (event) => {
      if (event.key !== 'Shift' || !alone) return;
      alone = false;
      const now = performance.now();
      presses = [...presses.filter((at) => now - at < WITHIN_MS), now];
      if (presses.length >= PRESSES) leave(go);
    },
    true,
  );
}
