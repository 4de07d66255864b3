import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';

const HEADINGS = ':is(h1, h2, h3, h4)';

/**
 * Keeps the focus sane where content disappears by itself: when the focused element goes away inside `container`, the
 * heading of the part that it stood in takes the focus, so that nobody is thrown to the top of a long page.
 */
export function useFocusRescue(container: RefObject<HTMLElement | null>): void {
  const last = useRef<Element[]>([]);
  useEffect(() => {
    const element = container.current;
    const remember = ({ target }: FocusEvent) => {
      last.current = target instanceof Element ? pathOf(target) : [];
    };
    element?.addEventListener('focusin', remember);
    return () => element?.removeEventListener('focusin', remember);
  }, [container]);
  useLayoutEffect(() => {
    const [gone, ...around] = last.current;
    const lost = gone && !gone.isConnected && document.activeElement === document.body;
    if (!lost) return;
    last.current = [];
    const left = around.filter((each) => each.isConnected && container.current?.contains(each));
    const heading =
      left.map((each) => each.querySelector<HTMLElement>(HEADINGS)).find((each) => each !== null) ??
      container.current?.querySelector<HTMLElement>(HEADINGS);
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus();
  });
}

/** An element and what it stands in, from the inside out. */
function pathOf(element: Element): Element[] {
  const path: Element[] = [];
  for (let each: Element | null = element; each; each = each.parentElement) path.push(each);
  return path;
}
