import type { Tx } from '@accord/db';
import type { CaseId } from '@accord/kernel';
import { cautionsOf, type LawInForce, type StateLaw, StatePolicy } from '../../contract/index.ts';
import { networkZone } from '../zone.ts';

interface Row {
  state: string;
  version: string;
  body: object;
  /** Earlier than the body says where another version has replaced it. */
  effectiveTo: string | null;
  reviewedBy: string | null;
  today: string;
}

/** What a stored row says; null where it does not fit the schema, which opens nothing. */
function policyOf({ body, effectiveTo, reviewedBy }: Row): StatePolicy | null {
  return StatePolicy.safeParse({ ...body, effectiveTo, reviewedBy }).data ?? null;
}

/** The bundle in force today, in the network's time zone, for the state of the agency that leads this case. */
async function rowInForce(tx: Tx, caseId: CaseId): Promise<Row | undefined> {
  const rows = await tx<Row[]>`
    select b.state, b.version, b.body, b.effective_to::text as "effectiveTo", b.reviewed_by as "reviewedBy",
      today.day::text as today
    from case_file f
    join agency a on a.id = f.lead_agency
    join policy_bundle b on b.state = a.state
    cross join (select (statement_timestamp() at time zone ${networkZone()})::date as day) today
    where f.id = ${caseId} and b.effective_from <= today.day and coalesce(today.day < b.effective_to, true)`;
  return rows.length === 1 ? rows[0] : undefined;
}

/**
 * What the state of the agency that leads this case says today. Null where it names no state, no bundle is in force,
 * two are, or the bundle cannot be read: then the stricter branch holds everywhere.
 */
export async function findPolicy(tx: Tx, caseId: CaseId): Promise<StatePolicy | null> {
  const row = await rowInForce(tx, caseId);
  return row ? policyOf(row) : null;
}

/** The same for the eye: which rules, and what is to be said beside everything that rests on them. */
export async function findLawInForce(tx: Tx, caseId: CaseId): Promise<LawInForce | null> {
  const row = await rowInForce(tx, caseId);
  const policy = row ? policyOf(row) : null;
  if (!row || !policy) return null;
  return { state: row.state, version: row.version, cautions: cautionsOf(policy, row.today) };
}

/** Every bundle of the network, by state, the latest first. */
export async function listStateLaws(tx: Tx): Promise<StateLaw[]> {
  const rows = await tx<(Row & Pick<StateLaw, 'standing'>)[]>`
    select b.state, b.version, b.body, b.effective_to::text as "effectiveTo", b.reviewed_by as "reviewedBy",
      today.day::text as today,
      case when today.day < b.effective_from then 'to-come' when today.day >= b.effective_to then 'over'
        else 'in-force' end as standing
    from policy_bundle b
    cross join (select (statement_timestamp() at time zone ${networkZone()})::date as day) today
    order by b.state, b.effective_from desc, b.version desc`;
  return rows.map((row) => {
    const policy = policyOf(row);
    return {
      state: row.state,
      version: row.version,
      standing: row.standing,
      policy,
      cautions: policy ? cautionsOf(policy, row.today) : [],
    };
  });
}
