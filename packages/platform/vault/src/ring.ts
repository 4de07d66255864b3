import type { AgencyId } from '@accord/kernel';
import { newHolderSecrets } from './holder-secrets.ts';
import { fileStore, RingError, type RingStore } from './ring-file.ts';
import type { RingEpoch, RingState } from './ring-state.ts';

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
    addAgency(agencyId, now = new Date()) {
      if (!store.read().has(agencyId)) {
        store.update((state) => (state.has(agencyId) ? state : started(state, agencyId, [], now)));
      }
      return current(agencyId);
    },
    startEpoch(agencyId, now = new Date()) {
      store.update((state) => started(state, agencyId, epochsOf(state, agencyId), now));
      return current(agencyId);
    },
    destroyBefore(agencyId, epoch) {
      store.update((state) => destroyed(state, agencyId, epoch));
    },
  };
}

function started(state: RingState, agencyId: AgencyId, older: readonly RingEpoch[], now: Date): RingState {
  const epoch = (older.at(-1)?.epoch ?? 0) + 1;
  return new Map(state).set(agencyId, [...older, { ...newHolderSecrets(epoch), createdAt: now }]);
}

function destroyed(state: RingState, agencyId: AgencyId, epoch: number): RingState {
  // Written so that an epoch which is not a number is refused too.
  if (!(epoch <= latest(state, agencyId).epoch)) {
    throw new RingError(`the current epoch of agency ${agencyId} cannot be destroyed`);
  }
  return new Map(state).set(
    agencyId,
    epochsOf(state, agencyId).filter((each) => each.epoch >= epoch),
  );
}

function latest(state: RingState, agencyId: AgencyId): RingEpoch {
  const last = epochsOf(state, agencyId).at(-1);
  if (last === undefined) throw new RingError(`agency ${agencyId} is not in this ring`);
  return last;
}

function epochsOf(state: RingState, agencyId: AgencyId): readonly RingEpoch[] {
  const epochs = state.get(agencyId);
  if (epochs === undefined) throw new RingError(`agency ${agencyId} is not in this ring`);
  return epochs;
}
