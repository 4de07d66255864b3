import { startTransition, useEffect, useState } from 'react';

/** As many stand in the first frame, more than a screen holds, and as many are added at a time. */
const STEP = 20;

/** How many of a long list are drawn: at first what one sees, and soon all, in parts between which one can act. */
export function useGrowing(total: number): number {
  const [drawn, setDrawn] = useState(STEP);
  useEffect(() => {
    if (drawn < total) startTransition(() => setDrawn((before) => before + STEP));
  }, [drawn, total]);
  return drawn;
}
