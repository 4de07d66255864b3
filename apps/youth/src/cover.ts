/**
 * The cover hides the page from whoever else looks at the screen. It is plain DOM in index.html, switched by one
 * attribute, so that it works at once, whatever React is doing.
 */
const IDLE_MS = 2 * 60 * 1000;
const SIGNS_OF_USE = ['pointerdown', 'keydown', 'scroll', 'focusin'] as const;

function cover(): void {
  document.documentElement.dataset['screen'] = 'covered';
}

export function isCovered(): boolean {
  return document.documentElement.dataset['screen'] === 'covered';
}

interface Covering {
  /** Called when the page shows again: what it says may be old by then. */
  onUncover: () => void;
  reload?: () => void;
  idleMs?: number;
}

/** Covers the page when it is hidden, after two minutes without use, and when it comes back out of history. */
export function installCover({
  onUncover,
  reload = () => location.reload(),
  idleMs = IDLE_MS,
}: Covering): void {
  const button = document.getElementById('uncover');
  let fromHistory = false;
  let before: Element | null = null;
  let idle: ReturnType<typeof setTimeout> | undefined;

  const hide = (): void => {
    if (isCovered()) return;
    before = document.activeElement;
    cover();
    button?.focus();
  };
  const show = (): void => {
    // A page out of history was drawn for a session that may be over: nothing of it is shown again.
    if (fromHistory) return reload();
    delete document.documentElement.dataset['screen'];
    if (before instanceof HTMLElement) before.focus();
    used();
    onUncover();
  };
  const used = (): void => {
    clearTimeout(idle);
    idle = setTimeout(hide, idleMs);
  };

  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') hide();
    else button?.focus();
  });
  window.addEventListener('pageshow', (event) => {
    if (!event.persisted) return;
    fromHistory = true;
    hide();
  });
  for (const sign of SIGNS_OF_USE) document.addEventListener(sign, used, { capture: true, passive: true });
  button?.addEventListener('click', show);
  used();
}
