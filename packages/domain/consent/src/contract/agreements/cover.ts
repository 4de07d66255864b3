import type { AgencyId, Purpose } from '@accord/kernel';
import { type CategoryCode, codesOf, maskOf } from '../categories.ts';
import { type Instant, type Period, within } from '../instant.ts';

/** As much of an agreement as the rule asks about: what one agency signed that it gives and that it receives. */
export interface AgreementFacts {
  agencyId: AgencyId;
  purposes: readonly Purpose[];
  gives: bigint;
  receives: bigint;
  /** Until it ends, is ended, or another one takes its place. */
  period: Period;
}

/** Between whom and for what something is to be shared by a permission. */
export interface Exchange {
  discloser: AgencyId;
  recipient: AgencyId;
  purpose: Purpose;
}

/**
 * The kinds of these that both agencies have signed for at an instant (consent-rules 0.2 step 1), each with the end of
 * the time that is covered from then on without a gap. A kind that one of them did not sign for is not among them: an
 * agency of which no agreement is known gives nothing and receives nothing.
 */
export function coveredUntil(
  agreements: readonly AgreementFacts[],
  { discloser, recipient, purpose }: Exchange,
  kinds: bigint,
  at: Instant,
): Map<CategoryCode, Instant> {
  const live = agreements.filter(({ purposes }) => purposes.includes(purpose));
  const of = (agencyId: AgencyId, does: 'gives' | 'receives', kind: bigint) =>
    unbrokenFrom(
      live.filter((each) => each.agencyId === agencyId && (each[does] & kind) !== 0n),
      at,
    );
  return new Map(
    codesOf(kinds).flatMap((code) => {
      const kind = maskOf([code]);
      const [given, received] = [of(discloser, 'gives', kind), of(recipient, 'receives', kind)];
      return given === null || received === null ? [] : [[code, Math.min(given, received)] as const];
    }),
  );
}

/** The end of a chain of agreements of which each is in force when the one before it ends. Null: none is now. */
function unbrokenFrom(agreements: readonly AgreementFacts[], at: Instant): Instant | null {
  let end = at;
  for (;;) {
    const next = Math.max(
      ...agreements.filter(({ period }) => within(period, end)).map(({ period }) => period.to),
    );
    if (!(next > end)) break;
    end = next;
    if (end === Infinity) break;
  }
  return end > at ? end : null;
}
