import { useEffect, useRef } from 'react';

/** One question for each open form: does it hold something that is not sent? What is asked is read when one leaves. */
const forms = new Set<() => boolean>();

export function hasUnsent(): boolean {
  return [...forms].some((isUnsent) => isUnsent());
}

/** For whoever leaves on purpose, or whose session is over: nothing is asked on the way out. */
export function forgetUnsent(): void {
  forms.clear();
}

/** Tells of a form for as long as it is open. Cancel closes it, and that is an answer already. */
export function useUnsent(isUnsent: () => boolean): void {
  const latest = useRef(isUnsent);
  useEffect(() => {
    latest.current = isUnsent;
  });
  useEffect(() => {
    const ask = () => latest.current();
    forms.add(ask);
    return () => void forms.delete(ask);
  }, []);
}
