import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';
import hidden from './hidden.module.css';

const Announce = createContext<(message: string) => void>(() => undefined);

/** Holds the one polite live region of a tree. It is there before anything is said, or nothing is read out. */
export function Announcer({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState({ message: '', count: 0 });
  const announce = useCallback((message: string) => {
    setSaid((last) => ({ message, count: last.count + 1 }));
  }, []);
  // The same sentence said twice must still be a change: a trailing no-break space alternates.
  const text = useMemo(() => (said.count % 2 ? said.message : `${said.message}\u00A0`), [said]);
  return (
    <Announce value={announce}>
      {children}
      <div className={hidden.hidden} role="status" aria-live="polite">
        {said.message ? text : ''}
      </div>
    </Announce>
  );
}

/** Says one sentence to people who listen instead of look. For what matters, also show it. */
export function useAnnounce(): (message: string) => void {
  return useContext(Announce);
}
