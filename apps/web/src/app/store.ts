/** One value in memory, and in no storage, for `useSyncExternalStore`. */
export interface Store<Value> {
  read: () => Value;
  change: (next: Value) => void;
  /** Answers how to stop. */
  subscribe: (listener: () => void) => () => void;
}

export function createStore<Value>(first: Value): Store<Value> {
  let value = first;
  const listeners = new Set<() => void>();
  return {
    read: () => value,
    change: (next) => {
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
