import type { Tx } from '@accord/db';
import type { CaseId, GrantId } from '@accord/kernel';
import type { Conflict, WaitingOrder } from '../../contract/index.ts';
import { networkZone } from '../zone.ts';

interface About {
  caseId: CaseId;
  codeName: string;
  name: string;
  title: string | null;
  agency: string;
}

/** Orders that end within so many days, or that nobody told the young person of. */
export async function listWaitingOrders(tx: Tx, days: number): Promise<WaitingOrder[]> {
  return tx<WaitingOrder[]>`
    select w.id as "basisId", w.case_id as "caseId", w.code_name as "codeName", w.name, w.title, w.agency,
      w.evidence as number, w.is_told as "isTold",
      to_char((w.valid_to at time zone ${networkZone()}) - interval '1 second', 'YYYY-MM-DD') as "endsOn"
    from waiting_orders(statement_timestamp() + make_interval(days => ${days})) w`;
}

export interface ConflictRow extends About {
  what: Conflict['is'];
  grantId: GrantId;
  relation: string;
  otherRelation: string | null;
  on: string;
}

export async function listConflicts(tx: Tx): Promise<ConflictRow[]> {
  return tx<ConflictRow[]>`
    select c.what, c.id as "grantId", c.case_id as "caseId", c.code_name as "codeName", c.name, c.title, c.agency,
      c.relation, c.other_relation as "otherRelation",
      to_char(c.at at time zone ${networkZone()}, 'YYYY-MM-DD') as on
    from conflicts() c`;
}
