import { newKey } from './keys.ts';
import type { SecretKey } from './secret-key.ts';
import { newX25519Pair, type X25519Pair } from './x25519.ts';

/** What a holder opens wraps with: `symmetric` for wraps made on its own ring, `x25519` for the others. */
export interface HolderSecrets {
  epoch: number;
  symmetric: SecretKey;
  x25519: X25519Pair;
}

export function newHolderSecrets(epoch: number): HolderSecrets {
  return { epoch, symmetric: newKey(), x25519: newX25519Pair() };
}
