import { onTouch } from '@accord/ui/touch';

/** experience.md 1.4, T4: the workspace is covered after 15 minutes without a key or a pointer, in ms. */
export const IDLE = 15 * 60_000;
const WARN = IDLE - 60_000;
/** The server hears of use once a minute at most. */
const TELL = 60_000;

interface Watching {
  /** A minute before the end. */
  onWarn: () => void;
  /** Somebody is there after all. */
  onStay: () => void;
  onIdle: () => void;
  /** Somebody works without asking the server for anything: it has to be told, or it would lock by itself. */
  onUse: () => void;
  /** The other windows of this browser: work in one is work in all. */
  windows: Pick<BroadcastChannel, 'postMessage' | 'addEventListener' | 'removeEventListener'> | null;
}

/** Watches whether anybody is there, until it is stopped. */
export function watchIdle({ onWarn, onStay, onIdle, onUse, windows }: Watching): () => void {
  let last = Date.now();
  let told = last;
  let warned = false;
  let timer: ReturnType<typeof setTimeout>;

  const check = () => {
    clearTimeout(timer);
    const idle = Date.now() - last;
    if (idle >= IDLE) return stop(onIdle);
    if (idle >= WARN && !warned) {
      warned = true;
      onWarn();
    }
    timer = setTimeout(check, (warned ? IDLE : WARN) - idle);
  };
  const present = () => {
    // A machine that slept has slept through its timers too.
    if (Date.now() - last >= IDLE) return stop(onIdle);
    last = Date.now();
    if (!warned) return;
    warned = false;
    onStay();
    check();
  };
  const touched = () => {
    present();
    if (Date.now() - told < TELL) return;
    told = Date.now();
    windows?.postMessage('used');
    onUse();
  };
  const heard = ({ data }: MessageEvent) => {
    if (data === 'used') present();
  };
  const seen = () => {
    if (document.visibilityState === 'visible') check();
  };

  const stopTouch = onTouch(touched);
  windows?.addEventListener('message', heard);
  document.addEventListener('visibilitychange', seen);
  check();

  function stop(then?: () => void): void {
    clearTimeout(timer);
    stopTouch();
    windows?.removeEventListener('message', heard);
    document.removeEventListener('visibilitychange', seen);
    then?.();
  }
  return () => stop();
}
