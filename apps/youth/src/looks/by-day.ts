import type { Look } from '../api.ts';

/** The same person doing the same thing with the same kinds on one day: one line, counted. */
export interface Gathered extends Look {
  key: string;
  /** How often; `at` is the last time. */
  count: number;
}

export interface Day {
  name: string;
  looks: Gathered[];
}

/**
 * Gathers looks by day, both newest first.
 *
 * @param looks newest first, as the server sends them
 * @param nameOf the day of an instant, where the reader is
 */
export function byDay(looks: readonly Look[], nameOf: (at: string) => string): Day[] {
  return [...Map.groupBy(looks, (look) => nameOf(look.at))].map(([name, ofDay]) => ({
    name,
    looks: gather(ofDay),
  }));
}

function gather(ofDay: readonly Look[]): Gathered[] {
  const alike = Map.groupBy(ofDay, ({ who, agency, action, what }) =>
    JSON.stringify([who, agency, action, what]),
  );
  return [...alike].flatMap(([key, [last, ...earlier]]) =>
    last ? [{ ...last, key, count: earlier.length + 1 }] : [],
  );
}
