export { UnsealError } from './aead.ts';
export { KeyCache, type WrapRow } from './cache.ts';
export { EPOCH_DAYS, epochIsDue } from './epoch.ts';
export type { HolderSecrets } from './holder-secrets.ts';
export {
  type HolderSecretContext,
  type HolderSecretOf,
  holderSecretsFor,
  unwrapHolderSecret,
  wrapHolderSecret,
} from './holder.ts';
export { CASE_KEY, type CategoryKeyOf, deriveCategoryKey, newKey } from './keys.ts';
export {
  nameDigest,
  nameToken,
  nameWords,
  openProbe,
  type ProbeHolder,
  type ProbePlace,
  sealProbe,
  searchToken,
} from './name-token.ts';
export { RingError } from './ring-file.ts';
export type { RingEpoch } from './ring-state.ts';
export { type KeyRing, loadRing, memoryRing } from './ring.ts';
export { open, seal, type SealContext } from './seal.ts';
export { SecretKey } from './secret-key.ts';
export { openFrom, sealTo, unwrap, unwrapAny, type WrapContext, wrapFor, type Wrapped } from './wrap.ts';
export { exportPublicKey, importPublicKey } from './x25519.ts';
export { shareMissing, shareMissingIn } from './share-missing.ts';
export { tendErased } from './tend-erased.ts';
export { needsTending, tendAgency } from './tend.ts';
export { type Place, type SealedRow, type Sealer, type Unseal, Vault } from './vault.ts';
