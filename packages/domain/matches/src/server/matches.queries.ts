import { networkZone } from '@accord/consent/server';
import type { Tx } from '@accord/db';
import type { AgencyId, CaseId } from '@accord/kernel';
import type { ProbeHolder, ProbePlace } from '@accord/vault';
import { ASKS_AGAIN_DAYS, type AskId, type MatchId, type MatchReason } from '../contract/index.ts';

export async function askMatch(tx: Tx, askId: AskId, caseId: CaseId, reason: MatchReason): Promise<void> {
  await tx`select ask_match(${askId}, ${caseId}, ${reason})`;
}

/** Whom a question goes to, with the question locked: for whoever answers for its case. */
export async function listTargets(tx: Tx, askId: AskId) {
  return tx<Pick<ProbeHolder, 'agencyId' | 'epoch' | 'publicKey'>[]>`
    select agency_id as "agencyId", epoch, public_key as "publicKey" from match_targets(${askId})`;
}

export interface Probe {
  probeId: string;
  agencyId: AgencyId;
  epoch: number;
  sealed: Buffer;
}

export async function sendMatch(tx: Tx, askId: AskId, probes: readonly Probe[]): Promise<void> {
  await tx`select send_match(${askId}, ${probes.map((each) => each.probeId)}::uuid[],
    ${probes.map((each) => each.agencyId)}::uuid[], ${probes.map((each) => each.epoch)}::int[],
    (select coalesce(array_agg(decode(hex, 'hex') order by n), '{}')
      from unnest(${probes.map((each) => each.sealed.toString('hex'))}::text[]) with ordinality t(hex, n)))`;
}

export async function keepMatch(tx: Tx, askId: AskId): Promise<void> {
  await tx`select keep_match(${askId})`;
}

export type WaitingProbe = ProbePlace & { epoch: number; sealed: Buffer };

/** For the job that tends keys, of the agencies of its node. */
export async function listProbes(tx: Tx): Promise<WaitingProbe[]> {
  return tx<WaitingProbe[]>`
    select id as "probeId", ask_id as "askId", case_id as "caseId", asks_agency as "asksAgency",
      agency_id as "agencyId", epoch, sealed
    from waiting_probes()`;
}

export async function answerProbe(tx: Tx, probeId: string, token: Buffer | null): Promise<void> {
  await tx`select answer_probe(${probeId}, ${token})`;
}

export interface WaitingRow {
  id: AskId & MatchId;
  is: 'ask' | 'found' | 'linked';
  caseId: CaseId;
  codeName: string;
  name: string;
  title: string;
  agency: string;
  otherCode: string | null;
  reason: MatchReason;
  on: string;
  isAside: boolean;
}

export async function listWaiting(tx: Tx): Promise<WaitingRow[]> {
  return tx<WaitingRow[]>`
    select id, what as is, case_id as "caseId", code_name as "codeName", name, title, agency,
      other_code as "otherCode", reason, to_char(at at time zone ${networkZone()}, 'YYYY-MM-DD') as on,
      is_aside as "isAside"
    from waiting_matches()`;
}

export async function answerMatch(tx: Tx, matchId: MatchId, agrees: boolean): Promise<void> {
  await tx`select answer_match(${matchId}, ${agrees})`;
}

export async function undoMatch(tx: Tx, matchId: MatchId): Promise<void> {
  await tx`select undo_match(${matchId})`;
}

export async function putMatchAside(tx: Tx, matchId: MatchId): Promise<void> {
  await tx`select put_match_aside(${matchId})`;
}

export interface Standing {
  codeName: string;
  takesPart: boolean;
  oversees: boolean;
  writes: boolean;
  askedOn: string | null;
  againOn: string | null;
}

/** Of a case that the reader's agency leads and that they are on; undefined else. */
export async function findStanding(
  tx: Tx,
  caseId: CaseId,
  agencyId: AgencyId,
): Promise<Standing | undefined> {
  const [row] = await tx<Standing[]>`
    select f.code_name as "codeName", s.takes_part as "takesPart", s.oversees,
      writes_for(f.id, ${agencyId}) as writes,
      to_char(last.at at time zone ${networkZone()}, 'YYYY-MM-DD') as "askedOn",
      to_char((last.at at time zone ${networkZone()})::date + ${ASKS_AGAIN_DAYS}::int, 'YYYY-MM-DD') as "againOn"
    from case_file f
    cross join match_standing(f.id) s
    left join lateral (
      select s.asked_at as at where s.asked_at > statement_timestamp() - make_interval(days => ${ASKS_AGAIN_DAYS}::int)
    ) last on true
    where f.id = ${caseId}`;
  return row;
}
