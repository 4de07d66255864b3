import { z } from 'zod';
import type { YoungFacts } from './facts.ts';
import { cite, MinorConsent, ROWS } from './states/rows.ts';

export type { TeamMember } from './states/rows.ts';

const SIGNED = {
  state: z.string().regex(/^[A-Z]{2}$/),
  version: z.string().regex(/^[\w.-]{1,40}$/),
  /** The version that ends where this one begins. Without it, two that are in force on one day are a mistake. */
  replaces: z.string().optional(),
  /** Half-open, in days of the network's time zone. */
  effectiveFrom: z.iso.date(),
  effectiveTo: z.iso.date().nullable(),
  /** When somebody last compared it with its sources. */
  verifiedOn: z.iso.date(),
  verifiedBy: z.string().trim().min(1).optional(),
  ageOfMajority: z.int().min(18).max(21),
  ageOfMajorityCite: cite.optional(),
  minorConsent: z.array(MinorConsent),
  ...ROWS,
};

interface Dated {
  version: string;
  replaces?: string | undefined;
  effectiveFrom: string;
  effectiveTo: string | null;
  minorConsent: readonly { domain: string }[];
  parentAccess?: readonly { domain: string }[] | undefined;
}

/** Whether it says one thing about everything that it speaks of. */
const isOfOnePiece = ({
  version,
  replaces,
  effectiveFrom,
  effectiveTo,
  minorConsent,
  parentAccess = [],
}: Dated) =>
  replaces !== version &&
  (effectiveTo === null || effectiveFrom < effectiveTo) &&
  [minorConsent, parentAccess].every(
    (rows) => new Set(rows.map(({ domain }) => domain)).size === rows.length,
  );
const ONE_PIECE = 'it ends before it begins, replaces itself, or says two things about one area';

/** What the issuer signs, and a reviewer after them: everything but who has reviewed it. */
export const PolicyBody = z.strictObject(SIGNED).refine(isOfOnePiece, ONE_PIECE);
export type PolicyBody = z.infer<typeof PolicyBody>;

/**
 * What one state says (consent-rules appendix 3). A row that is missing is no permission: the stricter branch holds,
 * and a person is asked. Never edited in place: a change is a new bundle with its own dates.
 */
export const StatePolicy = z
  .strictObject({
    ...SIGNED,
    /** The named reviewer who signed it; null shows as "unreviewed by counsel". */
    reviewedBy: z.string().nullable(),
  })
  .refine(isOfOnePiece, ONE_PIECE);
export type StatePolicy = z.infer<typeof StatePolicy>;

/**
 * Whether the young person decides alone in this area; `unknown` where the state's row or the age is missing, and
 * `depends` where nobody has recorded that the row's conditions hold.
 */
export function decidesAlone(
  policy: StatePolicy | null,
  domain: MinorConsent['domain'],
  { years, conditionsMet }: Pick<YoungFacts, 'years' | 'conditionsMet'>,
): 'yes' | 'no' | 'depends' | 'unknown' {
  if (!policy || years === null) return 'unknown';
  const row = policy.minorConsent.find((each) => each.domain === domain);
  if (!row) return 'unknown';
  if (years < row.minAge || row.infoController === 'parent') return 'no';
  // How many visits there have been is nowhere on record, nor whether it is what the row leaves out.
  const asksForAPerson =
    row.conditions.length > 0 || (row.exclusions ?? []).length > 0 || row.maxVisits !== undefined;
  return !asksForAPerson || conditionsMet.includes(domain) ? 'yes' : 'depends';
}
