import type { AgencyId } from '@accord/kernel';
import { newHolderSecrets } from './holder-secrets.ts';
import { newKey } from './keys.ts';
import { fileStore, RingError, type RingStore } from './ring-file.ts';
import type { AgencySecrets, RingEpoch, RingState } from './ring-state.ts';
import type { SecretKey } from './secret-key.ts';

/** The secrets of the agencies that this node serves. Of any other agency it can open nothing. */
export interface KeyRing {
  holds(agencyId: AgencyId): boolean;
  agencies(): AgencyId[];
  /** What is wrapped now. @throws RingError when the agency is not held. */
  current(agencyId: AgencyId): RingEpoch;
  /** What was wrapped in that epoch. @throws RingError when it is not held, or was destroyed. */
  at(agencyId: AgencyId, epoch: number): RingEpoch;
  /** True while an older epoch is there beside the current one: the change between them is not over. */
  isChanging(agencyId: AgencyId): boolean;
  /**
   * What tokens of names are made with: each agency's own, the same in every epoch, and made when it is first asked
   * for. With another one the tokens that stand in the database answer nobody.
   *
   * @throws RingError when the agency is not held.
   */
  nameKey(agencyId: AgencyId): SecretKey;
  /** Starts at epoch 1; an agency already held is left as it is. */
  addAgency(agencyId: AgencyId, now?: Date): RingEpoch;
  /** The next epoch becomes current. Older ones still open, until `destroyBefore`. */
  startEpoch(agencyId: AgencyId, now?: Date): RingEpoch;
  /**
   * Destroys the secrets of every epoch below this one, in memory and in the file, for good: whatever is
   * still wrapped with them is lost. Call it when the database holds no such wrap any more.
   *
   * @throws RingError when the current epoch would be destroyed.
   */
  destroyBefore(agencyId: AgencyId, epoch: number): void;
}

/** The ring in that file; an absent file becomes an empty ring. @throws RingError: see `fileStore`. */
export function loadRing(path: string): KeyRing {
  return ringOver(fileStore(path));
}

/** A ring that ends with the process. */
export function memoryRing(agencies: readonly AgencyId[] = []): KeyRing {
  let state: RingState = new Map();
  const ring = ringOver({
    read: () => state,
    update: (change) => {
      state = change(state);
    },
  });
  for (const agencyId of agencies) ring.addAgency(agencyId);
  return ring;
}

function ringOver(store: RingStore): KeyRing {
  const at = (agencyId: AgencyId, epoch: number) => {
    const found = epochsOf(store.read(), agencyId).find((each) => each.epoch === epoch);
    if (found === undefined) throw new RingError(`epoch ${epoch} of agency ${agencyId} is not in this ring`);
    return found;
  };
  const current = (agencyId: AgencyId) => latest(store.read(), agencyId);
  return {
    holds: (agencyId) => store.read().has(agencyId),
    agencies: () => [...store.read().keys()],
    current,
    at,
    isChanging: (agencyId) => epochsOf(store.read(), agencyId).length > 1,
    nameKey(agencyId) {
      const made = nameKeyOf(store.read(), agencyId);
      if (made) return made;
      store.update((state) => (nameKeyOf(state, agencyId) ? state : named(state, agencyId)));
      return nameKeyOf(store.read(), agencyId) ?? absent(agencyId);
    },
    addAgency(agencyId, now = new Date()) {
      if (!store.read().has(agencyId)) {
        store.update((state) =>
          state.has(agencyId) ? state : started(state, agencyId, { epochs: [], nameKey: newKey() }, now),
        );
      }
      return current(agencyId);
    },
    startEpoch(agencyId, now = new Date()) {
      store.update((state) => started(state, agencyId, secretsOf(state, agencyId), now));
      return current(agencyId);
    },
    destroyBefore(agencyId, epoch) {
      store.update((state) => destroyed(state, agencyId, epoch));
    },
  };
}

function started(state: RingState, agencyId: AgencyId, before: AgencySecrets, now: Date): RingState {
  const epoch = (before.epochs.at(-1)?.epoch ?? 0) + 1;
  const epochs = [...before.epochs, { ...newHolderSecrets(epoch), createdAt: now }];
  return new Map(state).set(agencyId, { ...before, epochs });
}

function named(state: RingState, agencyId: AgencyId): RingState {
  return new Map(state).set(agencyId, { ...secretsOf(state, agencyId), nameKey: newKey() });
}

function destroyed(state: RingState, agencyId: AgencyId, epoch: number): RingState {
  // Written so that an epoch which is not a number is refused too.
  if (!(epoch <= latest(state, agencyId).epoch)) {
    throw new RingError(`the current epoch of agency ${agencyId} cannot be destroyed`);
  }
  const before = secretsOf(state, agencyId);
  return new Map(state).set(agencyId, {
    ...before,
    epochs: before.epochs.filter((each) => each.epoch >= epoch),
  });
}

function latest(state: RingState, agencyId: AgencyId): RingEpoch {
  return epochsOf(state, agencyId).at(-1) ?? absent(agencyId);
}

const epochsOf = (state: RingState, agencyId: AgencyId) => secretsOf(state, agencyId).epochs;
const nameKeyOf = (state: RingState, agencyId: AgencyId) => secretsOf(state, agencyId).nameKey;

function secretsOf(state: RingState, agencyId: AgencyId): AgencySecrets {
  return state.get(agencyId) ?? absent(agencyId);
}

function absent(agencyId: AgencyId): never {
  throw new RingError(`agency ${agencyId} is not in this ring`);
}
