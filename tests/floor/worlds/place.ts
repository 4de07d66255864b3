import { type ConsentBasis, type DatedRow, type Facts, type Period, projectionOf } from '@accord/consent';
import type { Tx } from '@accord/db';
import {
  type Actor,
  type CaseId,
  GrantId,
  newId,
  type Purpose,
  PURPOSES,
  type StaffActor,
  StaffId,
} from '@accord/kernel';
import type { Sql } from 'postgres';
import type { Network } from '../../support/network.ts';
import { at, Cast, type CastCase, type CastItem, CLERK_PURPOSE, custody, DAY } from './cast.ts';
import { POLICY } from './law.ts';
import type { WorldPlan } from './plan.ts';

/** Where worlds are placed: three agencies, each with a clerk who is on every case and signs for it. */
export interface Ground {
  network: Network;
  clerks: readonly StaffActor[];
  /** The instant that a plan's days are counted from. */
  origin: number;
}

const EVERYTHING = (1n << 63n) - 1n;
const ALWAYS: Period = { from: -Infinity, to: Infinity };

/** A world as it stands in the database, and the same world as the rule is told of it. */
export interface PlacedWorld {
  at: number;
  readers: readonly Actor[];
  cases: readonly CaseId[];
  items: readonly CastItem[];
  facts: Facts;
}

/**
 * Arranges a world by the product's own functions wherever they can: the case, custody, the signature, the
 * projection that the rule makes, the stops. What they date by the clock is then moved to the plan's dates. Statements
 * that need no answer are sent together, one after the other on one connection: most of a world's time is round trips.
 */
export async function place(
  { network, clerks, origin }: Ground,
  owner: Sql,
  plan: WorldPlan,
): Promise<PlacedWorld> {
  const cast = new Cast(plan, clerks, origin);
  const { staff, cases } = cast;
  await Promise.all(cases.map((each) => createCase(network, cast, each)));
  await arrange(owner, cast);
  const facts = cast.facts();
  const projected = (basis: Parameters<typeof projectionOf>[0]) =>
    projectionOf(basis, facts, POLICY, cast.on(plan.day));
  for (const [index, clerk] of clerks.entries()) await sign(network, clerk, cases, index, projected);
  await moveDates(owner, cast, projected);
  return {
    at: cast.on(plan.day),
    readers: [
      ...staff,
      ...clerks,
      ...cases.map((each) => each.young),
      { kind: 'advisor', advisorId: newId(StaffId) },
      { kind: 'anonymous' },
    ],
    cases: cases.map((each) => each.caseId),
    items: cases.flatMap((each) => each.items),
    facts,
  };
}

async function createCase(
  network: Network,
  { clerks }: Cast,
  { caseId, young, plan }: CastCase,
): Promise<void> {
  const reach = { purpose: CLERK_PURPOSE, cases: [caseId] };
  await network.database.withActor(at(clerks, plan.lead), reach, async (tx) => {
    await tx`select create_case(${caseId}, ${young.youngPersonId}, 'Heron', ${numbers(tx, custody(plan, plan.lead))},
      ${PURPOSES['self-access']}, ${plan.selfMask})`;
  });
}

const numbers = (sql: Pick<Sql, 'array'>, purposes: readonly Purpose[]) =>
  sql.array(
    purposes.map((each) => PURPOSES[each]),
    21,
  );

async function arrange(sql: Sql, { clerks, staff, cases }: Cast): Promise<void> {
  // Everyone is there while permissions are signed; who came late or left is arranged after that.
  const people = staff.map(({ staffId, agencyId }) => ({
    id: staffId,
    agency_id: agencyId,
    name: 'Someone',
    title: 'Worker',
    started_at: '-infinity',
  }));
  const others = cases.flatMap(({ caseId, plan }) =>
    clerks.flatMap((clerk, index) => (index === plan.lead ? [] : [{ ...clerk, caseId, plan, index }])),
  );
  const spine = cases.flatMap(({ caseId, items }) =>
    items.map(({ id, owner, mask, occurredAt }) => ({
      case_id: caseId,
      id,
      owner_agency: owner,
      category_mask: mask.toString(),
      occurred_at: sqlTime(occurredAt),
    })),
  );
  const ours = cases.map(({ caseId }) => caseId);
  await Promise.all([
    insert(sql, 'staff', people),
    ...others.map(
      ({ caseId, agencyId, plan, index }) =>
        sql`select take_custody(${caseId}, ${agencyId}, ${numbers(sql, custody(plan, index))}::smallint[])`,
    ),
    insert(
      sql,
      'assignment',
      others.map(({ caseId, staffId }) => ({ case_id: caseId, staff_id: staffId, kind: 'assigned' })),
    ),
    sql`update effective_access set valid_from = '-infinity' where case_id = any (${ours})`,
    sql`update assignment set valid_from = '-infinity' where case_id = any (${ours})`,
    insert(
      sql,
      'case_item',
      spine.map((row) => ({ ...row, kind: 'note', created_by: row.case_id })),
    ),
    insert(
      sql,
      'case_item_body',
      spine.map(({ id, ...row }) => ({ ...row, item_id: id, version: 1, key_version: 1, sealed: '\\x00' })),
    ),
    insert(
      sql,
      'consent_grant',
      cases.flatMap(({ caseId, grants }) =>
        grants.map(({ basis }) => ({
          id: basis.grantId,
          case_id: caseId,
          discloser_agency: basis.discloser,
          recipient_kind: basis.recipient.kind,
          recipient_id: basis.recipient.id,
          purpose: PURPOSES[basis.purpose],
          categories: basis.categories.toString(),
          data_from: sqlTime(basis.data.from),
          data_to: sqlTime(basis.data.to),
          valid_to: sqlTime(Date.now() + 2 * DAY),
          prepared_by: at(clerks, 0).staffId,
        })),
      ),
    ),
  ]);
}

/** Rows with exactly the columns that the first one names. */
async function insert(
  sql: Sql,
  table: string,
  rows: readonly Record<string, string | number | null>[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = sql(Object.keys(first));
  await sql`insert into ${sql(table)} (${columns})
    select ${columns} from jsonb_populate_recordset(null::${sql(table)}, ${sql.json([...rows])})`;
}

/** As the clerk of one agency: what its young people sign, what the rule projects of it, and what they stop. */
async function sign(
  { database }: Network,
  clerk: StaffActor,
  cases: readonly CastCase[],
  agency: number,
  projected: Projected,
): Promise<void> {
  const grants = cases
    .flatMap((each) => each.grants)
    .filter(({ plan }) => plan.isSigned && plan.discloser === agency);
  if (grants.length === 0) return;
  const reach = { purpose: CLERK_PURPOSE, cases: cases.map((each) => each.caseId) };
  await database.withActor(clerk, reach, (tx) =>
    Promise.all(grants.flatMap((grant) => steps(tx, grant, projected))),
  );
}

/** What happens to one permission, in this order. */
function steps(
  tx: Tx,
  { basis, plan }: CastCase['grants'][number],
  projected: Projected,
): Promise<unknown>[] {
  const signed: ConsentBasis = { ...basis, stopped: 0n, status: 'active' };
  const { grantId } = basis;
  const stops = plan.stops.filter((kinds) => (kinds & basis.categories) !== 0n);
  return [
    tx`select sign_grant(${grantId}, 'typed', sha256('form'), 0)`,
    tx`select project_grant(${grantId}, ${tx.json(written(projected(signed)))})`,
    ...(plan.pause === 'never' ? [] : [tx`select pause_grant(${grantId}, ${newId(GrantId)})`]),
    ...stops.map((kinds) => tx`select stop_grant(${grantId}, ${kinds}, ${newId(GrantId)})`),
    ...(plan.pause === 'ends' && basis.status === 'active'
      ? [tx`select resume_grant(${grantId}, ${tx.json(written(projected(basis)))}, '{}')`]
      : []),
  ];
}

type Projected = (basis: Parameters<typeof projectionOf>[0]) => readonly DatedRow[];

function written(rows: readonly DatedRow[]) {
  return rows.map((row) => ({
    owner_agency: row.ownerAgency,
    grantee_kind: row.granteeKind,
    grantee_id: row.granteeId,
    purpose: row.purpose,
    see_mask: row.seeMask.toString(),
    know_mask: row.knowMask.toString(),
    valid_to: new Date(Date.now() + DAY).toISOString(),
  }));
}

async function moveDates(sql: Sql, cast: Cast, projected: Projected): Promise<void> {
  const { staff, cases } = cast;
  const periodOf = (period: Period) => {
    const { from, to } = cast.within(period);
    return { valid_from: sqlTime(from), valid_to: sqlTime(to) };
  };
  await Promise.all([
    ...staff.map(({ staffId }, index) => {
      const { from, to } = cast.within(at(cast.plan.staff, index).employed);
      return sql`update staff set started_at = ${sqlTime(from)}::text::timestamptz,
        ended_at = nullif(${sqlTime(to)}::text::timestamptz, 'infinity') where id = ${staffId}`;
    }),
    ...cases
      .flatMap(({ grants }) => grants.flatMap(({ basis }) => projected(basis)))
      .map(
        ({ caseId, basisId, valid }) => sql`update effective_access
          set valid_from = ${sqlTime(valid.from)}::text::timestamptz, valid_to = ${sqlTime(valid.to)}::text::timestamptz
          where case_id = ${caseId} and basis_id = ${basisId}`,
      ),
    insert(sql, 'effective_access', cases.flatMap(({ laws }) => laws.flatMap(projected)).map(lawRow)),
    insert(
      sql,
      'assignment',
      cases.flatMap(({ caseId, plan }) =>
        plan.assignments.map((each, index) => ({
          case_id: caseId,
          staff_id: at(staff, each.staff).staffId,
          kind: at(['assigned', 'cover', 'supervision'], index % 3),
          ...periodOf(each.period),
        })),
      ),
    ),
    insert(
      sql,
      'access_denial',
      cases.flatMap(({ caseId, plan }) =>
        // The floor knows of somebody who is excluded as of whom everything is kept from.
        [
          ...plan.denials,
          ...plan.excluded.map((target) => ({ target, mask: EVERYTHING, period: ALWAYS })),
        ].map(({ target, mask, period }) => ({
          id: newId(GrantId),
          case_id: caseId,
          target_kind: target.kind,
          target_id: cast.idOf(target),
          categories: mask.toString(),
          ...periodOf(period),
        })),
      ),
    ),
  ]);
}

const lawRow = (row: DatedRow) => ({
  case_id: row.caseId,
  owner_agency: row.ownerAgency,
  grantee_kind: row.granteeKind,
  grantee_id: row.granteeId,
  purpose: row.purpose,
  basis_kind: row.basisKind,
  basis_id: row.basisId,
  see_mask: row.seeMask.toString(),
  know_mask: row.knowMask.toString(),
  data_from: sqlTime(row.data.from),
  data_to: sqlTime(row.data.to),
  valid_from: sqlTime(row.valid.from),
  valid_to: sqlTime(row.valid.to),
  opened_at: sqlTime(-Infinity),
});

function sqlTime(instant: number): string {
  if (Number.isFinite(instant)) return new Date(instant).toISOString();
  return instant > 0 ? 'infinity' : '-infinity';
}
