import { UnsealError } from './aead.ts';
import { RingError } from './ring-file.ts';

/** What `work` answers, or undefined when something in it did not open or its secret is not in the ring. */
export function unlessBroken<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof UnsealError || error instanceof RingError) return undefined;
    throw error;
  }
}
