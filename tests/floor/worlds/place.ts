import { CATALOGUE } from '@accord/api/catalogue';
import { type Basis, type CategoryCode, type ConsentBasis, type Facts, type ItemFacts, maskOf, type Period, projectionOf } from '@accord/consent';
import {
  type Actor, CaseId, GrantId, ItemId, newId, type Purpose, PURPOSES, type StaffActor, StaffId, type YouthActor,
  YoungPersonId,
} from '@accord/kernel';
import type { Sql } from 'postgres';
import type { Network } from '../../support/network.ts';
import { type CasePlan, type GrantPlan, STAFF_PURPOSES, type Target, type WorldPlan } from './plan.ts';

const DAY = 86_400_000;
const CLERK_PURPOSE = STAFF_PURPOSES[0];
/** What own custody opens: what is left out is for its author alone. */
const CUSTODY_MASK = maskOf(
  CATALOGUE.categories.filter((each) => !each.authorOnly).map((each) => each.code as CategoryCode),
);

/** Where worlds are placed: three agencies, each with a clerk who is on every case and signs for it. */
export interface Ground {
  network: Network;
  clerks: readonly StaffActor[];
  /** The instant that a plan's days are counted from. */
  origin: number;
}

export interface PlacedItem extends ItemFacts {
  id: ItemId;
}

/** A world as it stands in the database, and the same world as the rule is told of it. */
export interface PlacedWorld {
  plan: WorldPlan;
  at: number;
  readers: readonly Actor[];
  cases: readonly CaseId[];
  items: readonly PlacedItem[];
  facts: Facts;
}

interface PlacedCase {
  plan: CasePlan;
  caseId: CaseId;
  young: YouthActor;
  items: PlacedItem[];
  grants: { plan: GrantPlan; basis: ConsentBasis }[];
}

/**
 * Arranges a world by the product's own functions wherever they can: the case, custody, the signature, the
 * projection that the rule makes, the stops. What they date by the clock is then moved to the plan's dates.
 */
export async function place(ground: Ground, plan: WorldPlan): Promise<PlacedWorld> {
  const { network, clerks } = ground;
  const staff = plan.staff.map((each): StaffActor => ({
    kind: 'staff', staffId: newId(StaffId), agencyId: at(clerks, each.agency).agencyId,
  }));
  const cases = plan.cases.map((each) => planCase(ground, staff, each));
  for (const each of cases) await createCase(ground, each);
  await network.owner((sql) => arrange(ground, sql, staff, plan, cases));
  for (const [index, clerk] of clerks.entries()) await sign(network, clerk, cases, index);
  await network.owner((sql) => moveDates(ground, sql, staff, cases));
  return {
    plan,
    at: ground.origin + plan.day * DAY,
    readers: [...staff, ...clerks, ...cases.map((each) => each.young), { kind: 'advisor', advisorId: newId(StaffId) }, { kind: 'anonymous' }],
    cases: cases.map((each) => each.caseId),
    items: cases.flatMap((each) => each.items),
    facts: factsOf(ground, staff, plan, cases),
  };
}

/** A person or agency of the plan. */
function idOf({ clerks }: Ground, staff: readonly StaffActor[], target: Target) {
  return target.kind === 'staff' ? at(staff, target.staff).staffId : at(clerks, target.agency).agencyId;
}

const within = ({ origin }: Pick<Ground, 'origin'>, { from, to }: Period): Period => ({ from: origin + from * DAY, to: origin + to * DAY });

function planCase(ground: Ground, staff: readonly StaffActor[], plan: CasePlan): PlacedCase {
  const caseId = newId(CaseId);
  const agencyOf = (index: number) => at(ground.clerks, index).agencyId;
  return {
    plan,
    caseId,
    young: { kind: 'youth', youngPersonId: newId(YoungPersonId) },
    items: plan.items.map(({ owner, mask, occurredAt }) => ({
      id: newId(ItemId), caseId, owner: agencyOf(owner), mask, occurredAt: ground.origin + occurredAt * DAY,
    })),
    grants: plan.grants.map((grant) => {
      const stopped = grant.stops.reduce((all, some) => all | some, 0n) & grant.categories;
      const basis: ConsentBasis = {
        kind: 'consent',
        grantId: newId(GrantId),
        caseId,
        discloser: agencyOf(grant.discloser),
        recipient: { kind: grant.recipient.kind, id: idOf(ground, staff, grant.recipient) } as ConsentBasis['recipient'],
        purpose: grant.purpose,
        categories: grant.categories,
        stopped,
        data: within(ground, grant.data),
        valid: within(ground, grant.valid),
        status: !grant.isSigned ? 'draft' : stopped === grant.categories ? 'stopped' : 'active',
        signedByYoungPerson: grant.isSigned,
      };
      return { plan: grant, basis };
    }),
  };
}

async function createCase({ network, clerks }: Ground, { caseId, young, plan }: PlacedCase): Promise<void> {
  const reach = { purpose: CLERK_PURPOSE, cases: [caseId] };
  await network.database.withActor(at(clerks, plan.lead), reach, async (tx) => {
    await tx`select create_case(${caseId}, ${young.youngPersonId}, 'Heron', ${numbers(tx, custody(plan, plan.lead))},
      ${PURPOSES['self-access']}, ${plan.selfMask})`;
  });
}

const custody = ({ purposes }: CasePlan, agency: number): Purpose[] => [CLERK_PURPOSE, ...at(purposes, agency)];
const numbers = (sql: Pick<Sql, 'array'>, purposes: readonly Purpose[]) => sql.array(purposes.map((each) => PURPOSES[each]), 21);

async function arrange(
  { clerks, origin }: Ground,
  sql: Sql,
  staff: readonly StaffActor[],
  plan: WorldPlan,
  cases: readonly PlacedCase[],
): Promise<void> {
  const people = staff.map(({ staffId, agencyId }, index) => {
    const { from, to } = within({ origin }, at(plan.staff, index).employed);
    const ended_at = to === Infinity ? null : sqlTime(to);
    return { id: staffId, agency_id: agencyId, name: 'Someone', title: 'Worker', started_at: sqlTime(from), ended_at };
  });
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
      case_id: caseId, id, owner_agency: owner, category_mask: mask.toString(), occurred_at: sqlTime(occurredAt),
    }));
    await insert(sql, 'case_item', spine.map((row) => ({ ...row, kind: 'note', created_by: caseId })));
    await insert(sql, 'case_item_body', spine.map(({ id, ...row }) => (
      { ...row, item_id: id, version: 1, key_version: 1, sealed: '\\x00' }
    )));
    await insert(sql, 'consent_grant', grants.map(({ basis }) => ({
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
    })));
  }
}

/** Rows with exactly the columns that the first one names. */
async function insert(sql: Sql, table: string, rows: readonly Record<string, string | number | null>[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = sql(Object.keys(first));
  await sql`insert into ${sql(table)} (${columns})
    select ${columns} from jsonb_populate_recordset(null::${sql(table)}, ${sql.json([...rows])})`;
}

/** As the clerk of one agency: what its young people sign, what the rule projects of it, and what they stop. */
async function sign({ database }: Network, clerk: StaffActor, cases: readonly PlacedCase[], agency: number): Promise<void> {
  const grants = cases.flatMap((each) => each.grants).filter(({ plan }) => plan.isSigned && plan.discloser === agency);
  if (grants.length === 0) return;
  const reach = { purpose: CLERK_PURPOSE, cases: cases.map((each) => each.caseId) };
  await database.withActor(clerk, reach, async (tx) => {
    for (const { basis, plan } of grants) {
      const signed: ConsentBasis = { ...basis, stopped: 0n, status: 'active' };
      await tx`select sign_grant(${basis.grantId}, 'typed', sha256('form'))`;
      const rows = projectionOf(signed).map((row) => ({
        owner_agency: row.ownerAgency,
        grantee_kind: row.granteeKind,
        grantee_id: row.granteeId,
        purpose: row.purpose,
        see_mask: row.seeMask.toString(),
        know_mask: row.knowMask.toString(),
        valid_to: new Date(Date.now() + DAY).toISOString(),
      }));
      await tx`select project_grant(${basis.grantId}, ${tx.json(rows)})`;
      for (const kinds of plan.stops.filter((each) => (each & basis.categories) !== 0n)) await tx`select stop_grant(${basis.grantId}, ${kinds}, ${newId(GrantId)})`;
    }
  });
}

async function moveDates(ground: Ground, sql: Sql, staff: readonly StaffActor[], cases: readonly PlacedCase[]): Promise<void> {
  for (const { caseId, plan, grants } of cases) {
    for (const { basis } of grants) {
      await sql`update effective_access
        set valid_from = ${sqlTime(basis.valid.from)}::text::timestamptz,
          valid_to = ${sqlTime(basis.valid.to)}::text::timestamptz
        where basis_id = ${basis.grantId}`;
    }
    const periodOf = (period: Period) => {
      const { from, to } = within(ground, period);
      return { valid_from: sqlTime(from), valid_to: sqlTime(to) };
    };
    await insert(sql, 'assignment', plan.assignments.map((each) => ({
      case_id: caseId, staff_id: at(staff, each.staff).staffId, kind: 'cover', ...periodOf(each.period),
    })));
    await insert(sql, 'access_denial', plan.denials.map(({ target, mask, period }) => ({
      id: newId(GrantId), case_id: caseId, target_kind: target.kind, target_id: idOf(ground, staff, target),
      categories: mask.toString(), ...periodOf(period),
    })));
  }
}

function factsOf(ground: Ground, staff: readonly StaffActor[], plan: WorldPlan, cases: readonly PlacedCase[]): Facts {
  const always = { from: -Infinity, to: Infinity };
  const { clerks } = ground;
  return {
    employments: [
      ...staff.map((each, index) => ({ ...each, period: within(ground, at(plan.staff, index).employed) })),
      ...clerks.map((each) => ({ ...each, period: always })),
    ],
    assignments: cases.flatMap(({ caseId, plan: { assignments } }) => [
      ...assignments.map((each) => ({ caseId, staffId: at(staff, each.staff).staffId, period: within(ground, each.period) })),
      ...clerks.map(({ staffId }) => ({ caseId, staffId, period: always })),
    ]),
    bases: cases.flatMap(({ caseId, young, grants, plan: each }): Basis[] => [
      ...grants.map(({ basis }) => basis),
      ...clerks.map(({ agencyId }, index): Basis => ({
        kind: 'own_custody', caseId, agency: agencyId, purposes: custody(each, index), mask: CUSTODY_MASK,
      })),
      {
        kind: 'self_access', caseId, owner: at(clerks, each.lead).agencyId, youngPersonId: young.youngPersonId,
        mask: each.selfMask,
      },
    ]),
    denials: cases.flatMap(({ caseId, plan: { denials } }) =>
      denials.map(({ target, mask, period }) => ({
        caseId, target: idOf(ground, staff, target), mask, period: within(ground, period),
      })),
    ),
  };
}

function sqlTime(instant: number): string {
  if (Number.isFinite(instant)) return new Date(instant).toISOString();
  return instant > 0 ? 'infinity' : '-infinity';
}

function at<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new RangeError(`nothing at ${index}`);
  return found;
}
