import type { Tx } from '@accord/db';
import type { BasisId, CaseId, GrantId } from '@accord/kernel';
import type { Conflict } from '../../contract/index.ts';
import { networkZone } from '../zone.ts';

interface About {
  caseId: CaseId;
  codeName: string;
  name: string;
  title: string | null;
  agency: string;
}

export interface LawRow extends About {
  kind: 'emergency' | 'court_order';
  basisId: BasisId;
  evidence: string;
  startedAt: string;
  endsAt: string;
  endsOn: string;
  isOpen: boolean;
  isTold: boolean;
  isEnding: boolean;
  recordedBy: string;
}

/** Emergencies of the last so many hours, and orders that end within so many days or that nobody told of. */
export async function listWaitingByLaw(tx: Tx, hours: number, days: number): Promise<LawRow[]> {
  return tx<LawRow[]>`
    select w.kind, w.id as "basisId", w.case_id as "caseId", w.code_name as "codeName", w.name, w.title, w.agency,
      w.evidence, w.valid_from as "startedAt", w.valid_to as "endsAt",
      to_char((w.valid_to at time zone ${networkZone()}) - interval '1 second', 'YYYY-MM-DD') as "endsOn",
      w.is_open as "isOpen", w.is_told as "isTold", w.valid_to <= near.until as "isEnding",
      w.recorded_by as "recordedBy"
    from (
      select statement_timestamp() - make_interval(hours => ${hours}) as since,
        statement_timestamp() + make_interval(days => ${days}) as until
    ) near
    cross join lateral waiting_by_law(near.since, near.until) w`;
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
