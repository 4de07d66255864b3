/** Milliseconds since 1970, of the database's clock. */
export type Instant = number;

/** Half-open: `from` is in, `to` is not. */
export interface Period {
  from: Instant;
  to: Instant;
}

export const within = ({ from, to }: Period, at: Instant): boolean => from <= at && at < to;

/** The instants that are in both; `from` is not before `to` when there are none. */
export const overlap = (one: Period, other: Period): Period => ({
  from: Math.max(one.from, other.from),
  to: Math.min(one.to, other.to),
});
