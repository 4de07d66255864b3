import type { AgencyId, YoungPersonId } from '@accord/kernel';
import { canonical } from './canonical.ts';
import type { HolderSecrets } from './holder-secrets.ts';
import { derive } from './keys.ts';
import type { SecretKey } from './secret-key.ts';
import { unwrapBytes, wrapBytes, type Wrapped } from './wrap.ts';
import { x25519PairFrom } from './x25519.ts';

/** A young person's one stored secret, at one of its epochs. */
export interface HolderSecretOf {
  youngPersonId: YoungPersonId;
  epoch: number;
}

/** Where the secret is kept: wrapped by this agency, the young person's lead. */
export interface HolderSecretContext extends HolderSecretOf {
  agencyId: AgencyId;
}

/** A young person has no ring: what they open wraps with follows from their one secret (from `newKey`). */
export function holderSecretsFor(secret: SecretKey, of: HolderSecretOf): HolderSecrets {
  const salt = canonical('accord/holder/salt/1', { youngPersonId: of.youngPersonId, epoch: of.epoch });
  const part = (label: string) => derive(secret.handle, salt, canonical(label, {}));
  return {
    epoch: of.epoch,
    symmetric: part('accord/holder/symmetric/1'),
    x25519: x25519PairFrom(part('accord/holder/x25519/1')),
  };
}

export function wrapHolderSecret(
  agencyKey: SecretKey,
  secret: SecretKey,
  context: HolderSecretContext,
): Wrapped {
  return wrapBytes(agencyKey, secret, holderBinding(context));
}

/** @throws UnsealError when agency, bytes or any field of the context differ. */
export function unwrapHolderSecret(
  agencyKey: SecretKey,
  wrapped: Uint8Array,
  context: HolderSecretContext,
): SecretKey {
  return unwrapBytes(agencyKey, wrapped, () => holderBinding(context));
}

function holderBinding(context: HolderSecretContext): Buffer {
  return canonical('accord/holder-secret/1', {
    youngPersonId: context.youngPersonId,
    epoch: context.epoch,
    agencyId: context.agencyId,
  });
}
