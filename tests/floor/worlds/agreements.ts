import { type AgreementFacts, AgreementId, maskOf } from '@accord/consent';
import { newId, PURPOSES, type StaffActor } from '@accord/kernel';
import type { Sql } from 'postgres';
import { STAFF_PURPOSES } from './plan.ts';

const ANYTHING = (1n << 63n) - 1n;
const PLAN = maskOf(['case-plan']);
const TIMES = maskOf(['appointments']);
const COMMON = { gives: ANYTHING, receives: ANYTHING } as const;

type Signed = Pick<AgreementFacts, 'purposes' | 'gives' | 'receives'>;

/** What each agency of a world signed: two papers that only together cover a whole item, and papers with gaps. */
const SIGNED: readonly (readonly Signed[])[] = [
  [
    { purposes: STAFF_PURPOSES, gives: ANYTHING & ~PLAN, receives: ANYTHING },
    { purposes: ['care-plan-coordination', 'treatment'], gives: PLAN, receives: 0n },
  ],
  [
    { purposes: ['care-plan-coordination'], ...COMMON, receives: ANYTHING & ~TIMES },
    { purposes: ['investigation'], ...COMMON },
  ],
  [{ purposes: STAFF_PURPOSES, ...COMMON }],
];

/** The same as the rule is told of it. */
export const agreementsOf = (clerks: readonly StaffActor[]): AgreementFacts[] =>
  clerks.flatMap(({ agencyId }, index) =>
    (SIGNED[index] ?? []).map((each) => ({ ...each, agencyId, period: { from: -Infinity, to: Infinity } })),
  );

/** In place of what every agency of a test's network signed. */
export async function placeAgreements(sql: Sql, clerk: StaffActor, index: number): Promise<void> {
  await sql`delete from agreement where agency_id = ${clerk.agencyId}`;
  for (const { purposes, gives, receives } of SIGNED[index] ?? []) {
    const ids = sql.array(
      purposes.map((purpose) => PURPOSES[purpose]),
      21,
    );
    await sql`insert into agreement (id, agency_id, sort, parties, number, signed_by, signed_on, gives, receives,
        purposes, valid_from, valid_to, over_at, recorded_by)
      values (${newId(AgreementId)}, ${clerk.agencyId}, 'mou', 'All agencies', 'MOU 1', 'A. Director', '2020-01-01',
        ${gives.toString()}, ${receives.toString()}, ${ids}::smallint[], '-infinity', 'infinity', 'infinity',
        ${clerk.staffId})`;
  }
}
