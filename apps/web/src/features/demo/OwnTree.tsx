import { useEffect, useRef, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';

/**
 * Its children as a React tree of their own: no context, cache or session of the page around it reaches in.
 * What two panes show in step has then travelled through the server.
 */
export function OwnTree({ children }: { children: ReactNode }) {
  const host = useRef<HTMLDivElement>(null);
  const root = useRef<Root | null>(null);
  useEffect(() => {
    const element = document.createElement('div');
    host.current?.append(element);
    const own = createRoot(element);
    root.current = own;
    return () => {
      root.current = null;
      // Not during this tree's own rendering: React would warn of a race.
      setTimeout(() => {
        own.unmount();
        element.remove();
      });
    };
  }, []);
  useEffect(() => root.current?.render(children));
  return <div ref={host} />;
}
