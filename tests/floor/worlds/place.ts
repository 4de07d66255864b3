import { type ConsentBasis, type Facts, type Period, projectionOf } from '@accord/consent';
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
import type { WorldPlan } from './plan.ts';

/** Where worlds are placed: three agencies, each with a clerk who is on every case and signs for it. */
export interface Ground {
  network: Network;
  clerks: readonly StaffActor[];
  /** The instant that a plan's days are counted from. */
  origin: number;
}

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
 * projection that the rule makes, the stops. What they date by the clock is then moved to the plan's dates.
 */
export async function place({ network, clerks, origin }: Ground, plan: WorldPlan): Promise<PlacedWorld> {
  const cast = new Cast(plan, clerks, origin);
  const { staff, cases } = cast;
  for (const each of cases) await createCase(network, cast, each);
  await network.owner((sql) => arrange(sql, cast));
  for (const [index, clerk] of clerks.entries()) await sign(network, clerk, cases, index);
  await network.owner((sql) => moveDates(sql, cast));
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
    facts: cast.facts(),
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
  await insert(sql, 'staff', people);
  for (const { caseId, plan: each, items, grants } of cases) {
    for (const [index, { agencyId, staffId }] of clerks.entries()) {
      if (index === each.lead) continue;
      await sql`select take_custody(${caseId}, ${agencyId}, ${numbers(sql, custody(each, index))}::smallint[])`;
      await sql`insert into assignment (case_id, staff_id, kind) values (${caseId}, ${staffId}, 'assigned')`;
    }
    await sql`update effective_access set valid_from = '-infinity' where case_id = ${caseId}`;
    await sql`update assignment set valid_from = '-infinity' where case_id = ${caseId}`;
    const spine = items.map(({ id, owner, mask, occurredAt }) => ({
      case_id: caseId,
      id,
      owner_agency: owner,
      category_mask: mask.toString(),
      occurred_at: sqlTime(occurredAt),
    }));
    await insert(
      sql,
      'case_item',
      spine.map((row) => ({ ...row, kind: 'note', created_by: caseId })),
    );
    await insert(
      sql,
      'case_item_body',
      spine.map(({ id, ...row }) => ({ ...row, item_id: id, version: 1, key_version: 1, sealed: '\\x00' })),
    );
    await insert(
      sql,
      'consent_grant',
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
    );
  }
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
): Promise<void> {
  const grants = cases
    .flatMap((each) => each.grants)
    .filter(({ plan }) => plan.isSigned && plan.discloser === agency);
  if (grants.length === 0) return;
  const reach = { purpose: CLERK_PURPOSE, cases: cases.map((each) => each.caseId) };
  await database.withActor(clerk, reach, async (tx) => {
    for (const { basis, plan } of grants) {
      const signed: ConsentBasis = { ...basis, stopped: 0n, status: 'active' };
      await tx`select sign_grant(${basis.grantId}, 'typed', sha256('form'))`;
      await tx`select project_grant(${basis.grantId}, ${tx.json(rowsOf(signed))})`;
      if (plan.pause !== 'never') await tx`select pause_grant(${basis.grantId}, ${newId(GrantId)})`;
      for (const kinds of plan.stops) {
        if ((kinds & basis.categories) === 0n) continue;
        await tx`select stop_grant(${basis.grantId}, ${kinds}, ${newId(GrantId)})`;
      }
      if (plan.pause === 'ends' && basis.status === 'active') {
        await tx`select resume_grant(${basis.grantId}, ${tx.json(rowsOf(basis))}, '{}')`;
      }
    }
  });
}

function rowsOf(basis: ConsentBasis) {
  return projectionOf(basis).map((row) => ({
    owner_agency: row.ownerAgency,
    grantee_kind: row.granteeKind,
    grantee_id: row.granteeId,
    purpose: row.purpose,
    see_mask: row.seeMask.toString(),
    know_mask: row.knowMask.toString(),
    valid_to: new Date(Date.now() + DAY).toISOString(),
  }));
}

async function moveDates(sql: Sql, cast: Cast): Promise<void> {
  const { staff, cases } = cast;
  for (const [index, { staffId }] of staff.entries()) {
    const { from, to } = cast.within(at(cast.plan.staff, index).employed);
    await sql`update staff set started_at = ${sqlTime(from)}::text::timestamptz,
      ended_at = nullif(${sqlTime(to)}::text::timestamptz, 'infinity') where id = ${staffId}`;
  }
  for (const { caseId, plan, grants } of cases) {
    for (const { basis } of grants) {
      await sql`update effective_access
        set valid_from = ${sqlTime(basis.valid.from)}::text::timestamptz,
          valid_to = ${sqlTime(basis.valid.to)}::text::timestamptz
        where basis_id = ${basis.grantId}`;
    }
    const periodOf = (period: Period) => {
      const { from, to } = cast.within(period);
      return { valid_from: sqlTime(from), valid_to: sqlTime(to) };
    };
    await insert(
      sql,
      'assignment',
      plan.assignments.map((each, index) => ({
        case_id: caseId,
        staff_id: at(staff, each.staff).staffId,
        kind: at(['assigned', 'cover', 'supervision'], index % 3),
        ...periodOf(each.period),
      })),
    );
    await insert(
      sql,
      'access_denial',
      plan.denials.map(({ target, mask, period }) => ({
        id: newId(GrantId),
        case_id: caseId,
        target_kind: target.kind,
        target_id: cast.idOf(target),
        categories: mask.toString(),
        ...periodOf(period),
      })),
    );
  }
}

function sqlTime(instant: number): string {
  if (Number.isFinite(instant)) return new Date(instant).toISOString();
  return instant > 0 ? 'infinity' : '-infinity';
}
