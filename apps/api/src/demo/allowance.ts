/** So many in so many milliseconds. */
export interface Allowance {
  most: number;
  ms: number;
}

/**
 * The instants that count from now on, with this one; undefined when there are too many already. Kept in the node: a
 * reset takes away the database that could have counted it.
 */
export function take(before: readonly number[], now: number, { most, ms }: Allowance): number[] | undefined {
  const recent = before.filter((at) => at > now - ms);
  return recent.length < most ? [...recent, now] : undefined;
}
