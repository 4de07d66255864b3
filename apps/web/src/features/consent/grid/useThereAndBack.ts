import { useEffect, useRef, useState } from 'react';

/** Takes the reader to what a cell has opened, all of it in view, and by Escape back to the cell. */
export function useThereAndBack() {
  const there = useRef<HTMLDivElement>(null);
  const from = useRef<Element | null>(null);
  const [trips, setTrips] = useState(0);
  useEffect(() => {
    const box = there.current;
    if (trips === 0 || !box) return undefined;
    box.scrollIntoView({ block: 'nearest' });
    box.querySelector('h2')?.focus({ preventScroll: true });
    const leave = ({ key }: KeyboardEvent) => {
      if (key === 'Escape' && from.current instanceof HTMLElement) from.current.focus();
    };
    box.addEventListener('keydown', leave);
    return () => box.removeEventListener('keydown', leave);
  }, [trips]);
  const go = () => {
    from.current = document.activeElement;
    setTrips((before) => before + 1);
  };
  return { there, go };
}
