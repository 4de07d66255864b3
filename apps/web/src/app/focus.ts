import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';

/**
 * Keeps the focus sane where content disappears by itself: when the focused element goes away inside
 * `container`, the nearest thing left that can take the focus is its heading, and it does.
 */
export function useFocusRescue(container: RefObject<HTMLElement | null>): void {
  const last = useRef<Element | null>(null);
  useEffect(() => {
    const element = container.current;
    const remember = (event: FocusEvent) => {
      last.current = event.target instanceof Element ? event.target : null;
    };
    element?.addEventListener('focusin', remember);
    return () => element?.removeEventListener('focusin', remember);
  }, [container]);
  useLayoutEffect(() => {
    const lost =
      last.current !== null && !last.current.isConnected && document.activeElement === document.body;
    if (!lost) return;
    last.current = null;
    container.current?.querySelector<HTMLElement>(':is(h1, h2, h3, h4)')?.focus();
  });
}
