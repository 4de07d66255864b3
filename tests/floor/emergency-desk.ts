import type { Tx } from '@accord/db';
import type { Actor, AgencyId, CaseId, StaffActor, YouthActor } from '@accord/kernel';
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { asked } from '../support/asked.ts';
import { type Houses, twoHouses } from './houses.ts';
import { assignRow, FUTURE, PAST } from './rows.ts';

/** Where emergencies are asked for by hand: Dana works on both cases, Stan supervises the first, Nell and Cora on none. */
export interface Desk extends Houses {
  stan: StaffActor;
  nell: StaffActor;
  young: YouthActor;
  caseId: CaseId;
  otherCase: CaseId;
}

export const PLAN = 8n;

export async function openDesk(): Promise<Omit<Desk, 'young' | 'caseId' | 'otherCase'>> {
  const houses = await twoHouses();
  const { network, welfare } = houses;
  return {
    ...houses,
    stan: await network.addStaff(welfare, 'Stan'),
    nell: await network.addStaff(welfare, 'Nell'),
  };
}

/** Two new cases, and nothing left of what was asked, opened or set before. Child welfare wants two people. */
export async function clearDesk(at: Desk): Promise<Pick<Desk, 'young' | 'caseId' | 'otherCase'>> {
  const { network } = at;
  await network.owner(async (sql) => {
    await sql`delete from emergency_ask`;
    await sql`delete from law_basis`;
    await sql`delete from on_call`;
    await sql`delete from access_denial`;
    await sql`delete from assignment`;
    await sql`update staff set ended_at = null, started_at = '2019-01-01'`;
    await sql`update agency set emergency_needs_two = (id = ${at.welfare})`;
  });
  const { caseId, young } = await network.openCase(at.dana, 'Robin');
  const { caseId: otherCase } = await network.openCase(at.dana, 'Sam');
  await assignRow(network, caseId, at.stan, { kind: 'supervision' });
  return { caseId, young, otherCase };
}

interface Ask {
  id?: string;
  of?: CaseId;
  see?: bigint;
  minutes?: number;
  to?: string;
}

/** What can be done at it. */
export function handsAt(at: Desk) {
  const by = <T>(who: Actor, work: (tx: Tx) => Promise<T>) =>
    asked(at.network, who, [at.caseId, at.otherCase], work);
  const done = (who: Actor, work: (tx: Tx) => Promise<unknown>) =>
    by(who, async (tx) => {
      await work(tx);
      return 'done';
    });
  const askFor =
    ({ id = randomUUID(), of = at.caseId, see = PLAN, minutes = 15, to = at.sosa.staffId }: Ask = {}) =>
    (tx: Tx) =>
      tx`select ask_emergency(${id}, ${of}, 'staff', ${to}, array[1]::smallint[], ${see}, 'in-danger',
      ${minutes}::smallint, 'in-person', null)`;
  /** What it answers: the case, the owner and the kinds that it opened. */
  const answers = (who: Actor, id: string, agrees = true) =>
    by(who, async (tx) => {
      const [row] = await tx<{ of: string; owner: string; mask: string }[]>`
      select case_id as of, owner_agency as owner, mask::text as mask from answer_emergency(${id}, ${agrees})`;
      return row && [row.of, row.owner, row.mask];
    });
  const reviews = (who: Actor, id: string, how = 'right') =>
    by(who, async (tx) => {
      const [row] = await tx<{ of: string; owner: string; mask: string }[]>`
      select case_id as of, owner_agency as owner, mask::text as mask from review_emergency(${id}, ${how})`;
      return row && [row.of, row.owner, row.mask];
    });
  async function waiting(change: Ask & { who?: StaffActor } = {}): Promise<string> {
    const { who = at.dana, ...rest } = change;
    const id = randomUUID();
    const said = await done(who, askFor({ id, ...rest }));
    assert.equal(said, 'done');
    return id;
  }
  async function opened(): Promise<string> {
    const id = await waiting();
    const said = await answers(at.stan, id);
    assert.deepEqual(said, [at.caseId, at.welfare, String(PLAN)]);
    return id;
  }
  const change = (id: string, values: Record<string, string | bigint | null>) =>
    at.network.owner(
      (sql) =>
        sql`update law_basis set ${sql(
          Object.fromEntries(
            Object.entries(values).map(([key, value]) => [key, value === null ? null : String(value)]),
          ),
        )} where id = ${id}`,
    );
  /** As if it had begun so long ago, for a quarter of an hour. */
  const back = (id: string, ago: string) =>
    at.network.owner(
      (sql) => sql`update law_basis set valid_from = now() - ${ago}::interval,
      valid_to = now() - ${ago}::interval + interval '15 minutes' where id = ${id}`,
    );
  const onCall = ({ staffId }: StaffActor, dates: { from?: string; until?: string; house?: AgencyId } = {}) =>
    at.network.owner(
      (sql) => sql`insert into on_call (agency_id, staff_id, phone, valid_from, valid_to, set_by)
      values (${dates.house ?? at.welfare}, ${staffId}, '555-0142', ${dates.from ?? PAST}::text::timestamptz,
        ${dates.until ?? FUTURE}::text::timestamptz, ${at.dana.staffId})`,
    );
  const needsTwo = (agency: AgencyId, is: boolean) =>
    at.network.owner((sql) => sql`update agency set emergency_needs_two = ${is} where id = ${agency}`);
  const left = ({ staffId }: StaffActor, when: string) =>
    at.network.owner(
      (sql) => sql`update staff set ended_at = ${when}::text::timestamptz where id = ${staffId}`,
    );
  const told = (who: Actor) =>
    by(who, async (tx) => [
      ...(await tx<
        {
          what: string;
          id: string;
          of: string | null;
          code: string | null;
          name: string;
          by: string;
          own: boolean;
          may: boolean;
        }[]
      >`select what, id, case_id as of, code_name as code, name, by_name as by, is_own as own, may_decide as may
      from emergencies()`),
    ]);
  const ids = async (who: Actor) => {
    const rows = await told(who);
    return typeof rows === 'string' ? rows : rows.map(({ what, id }) => `${what} ${id}`);
  };
  return {
    by,
    done,
    askFor,
    answers,
    reviews,
    waiting,
    opened,
    change,
    back,
    onCall,
    needsTwo,
    left,
    told,
    ids,
  };
}
