import { AppError } from '@accord/kernel';
import type postgres from 'postgres';
import { isConnectionLoss } from './errors.ts';

/** A handle inside one transaction of one actor: a tagged template that runs SQL. */
export type Tx = postgres.ISql<{ bigint: bigint }>;

export interface Handle {
  tx: Tx;
  /** From now on `tx` runs nothing. Answers whether this is what ended it: a lost connection may have, earlier. */
  end(): boolean;
}

/**
 * A handle that ends with its transaction, and with the connection under it. The driver's own handle goes on to
 * the connection, where by then another actor's transaction may run, or to a socket that is no more: a branch of
 * work that outlives a failure must neither speak in another's name nor take the process with it.
 */
export function handleOn(driver: Tx): Handle {
  let isOver = false;
  const live = () => {
    if (isOver) throw new AppError('INTERNAL', 'a query after its transaction');
  };

  // A query runs when it is first awaited, which may be long after it was written.
  function guard(query: Promise<unknown>): void {
    const run = query.then.bind(query);
    const guarded: typeof query.then = async (done, failed) => {
      live();
      const answer = run(undefined, (error: unknown) => {
        isOver ||= isConnectionLoss(error);
        throw error;
      });
      return answer.then(done, failed);
    };
    Reflect.defineProperty(query, 'then', { value: guarded });
  }

  const tx = new Proxy(driver, {
    get(target, name) {
      if (name === 'unsafe' || name === 'savepoint') live();
      return Reflect.get(target, name);
    },
    apply(target, self, args) {
      live();
      const made: unknown = Reflect.apply(target, self, args);
      if (made instanceof Promise) guard(made);
      return made;
    },
  });
  const end = (): boolean => {
    const wasLive = !isOver;
    isOver = true;
    return wasLive;
  };
  return { tx, end };
}
