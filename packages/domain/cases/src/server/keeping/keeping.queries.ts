import { networkZone } from '@accord/consent/server';
import { moveScope, type Tx } from '@accord/db';
import { type AgencyId, type CaseId, type ItemId, notFound, type StaffId } from '@accord/kernel';
import { z } from 'zod';
import type { ErasureId, SetRetentionInput } from '../../contract/index.ts';

export async function setRetention(tx: Tx, bit: number, line: SetRetentionInput | null): Promise<void> {
  await tx`select set_retention(${bit}::smallint, ${line?.source ?? null}, ${line?.number ?? null},
    ${line?.years ?? null}::smallint, ${line?.countedFrom ?? null})`;
}

export interface RuleRow {
  bit: number;
  source: string;
  number: string;
  years: number;
  countedFrom: string;
  setBy: string;
  setAt: string;
}

/** The lines of the reader's own agency; the row policy gives no other's. */
export async function listRules(tx: Tx): Promise<RuleRow[]> {
  return tx<RuleRow[]>`
    select r.category as bit, r.source, r.number, r.years, r.counted_from as "countedFrom", s.name as "setBy",
      r.set_at as "setAt"
    from retention_rule r join staff s on s.id = r.set_by order by r.category`;
}

export async function getAgency(tx: Tx, agencyId: AgencyId): Promise<{ agency: string; maySet: boolean }> {
  const [row] = await tx<{ agency: string; maySet: boolean }[]>`
    select name as agency, supervises() as "maySet" from agency where id = ${agencyId}`;
  if (!row) throw notFound('no agency for this speaker');
  return row;
}

const Millis = z.number().nullable();
const Kept = z.object({
  kinds: z.array(
    z.object({
      bit: z.int(),
      source: z.string().nullable(),
      number: z.string().nullable(),
      years: z.int().nullable(),
      countedFrom: z.string().nullable(),
      endsAt: Millis,
    }),
  ),
  papersUntil: Millis,
  papersStand: z.boolean(),
  isAskedFor: z.boolean(),
  dueAt: Millis,
});
export type KeptRow = z.infer<typeof Kept> & { codeName: string; now: string; mayErase: boolean };

/** What the reader's agency keeps of a case; undefined for whoever is not on it there. */
export async function findKept(tx: Tx, caseId: CaseId): Promise<KeptRow | undefined> {
  const [row] = await tx<{ kept: unknown; codeName: string; now: string; mayErase: boolean }[]>`
    select retention(id, ${networkZone()}) as kept, code_name as "codeName", statement_timestamp() as now,
      oversees(id) as "mayErase"
    from case_file where id = ${caseId}`;
  if (!row?.kept) return undefined;
  const { kept, ...rest } = row;
  return { ...Kept.parse(kept), ...rest };
}

export interface DueRow {
  caseId: CaseId;
  codeName: string;
  dueAt: number | null;
  isHeld: boolean;
  isAsked: boolean;
}

/** Of the newest cases of the reader, those of which all that their agency holds is due, or asked for. */
export async function listDue(tx: Tx, most: number): Promise<DueRow[]> {
  const mine = await tx<{ caseId: CaseId }[]>`select case_id as "caseId" from my_cases('infinity', ${most})`;
  await moveScope(
    tx,
    mine.map(({ caseId }) => caseId),
  );
  return tx<DueRow[]>`
    select * from (
      select f.id as "caseId", f.code_name as "codeName", (k.kept ->> 'dueAt')::float8 as "dueAt",
        exists (select from legal_hold h where h.case_id = f.id and h.lifted_at is null) as "isHeld",
        exists (select from erasure e where e.case_id = f.id and e.answer is null) as "isAsked"
      from case_file f cross join lateral (select retention(f.id, ${networkZone()}) as kept offset 0) k
      where f.id = any (${mine.map(({ caseId }) => caseId)}::uuid[])
    ) each
    where "isAsked" or to_timestamp("dueAt" / 1000) <= statement_timestamp()
    order by "dueAt", "codeName"`;
}

export interface ErasureRow {
  erasureId: ErasureId;
  askedById: StaffId;
  askedBy: string;
  askedAt: string;
  outcome: 'erased' | 'kept' | 'taken-back' | null;
  answeredBy: string | null;
  answeredAt: string | null;
  items: number | null;
  kinds: bigint;
}

export async function listErasures(tx: Tx, caseId: CaseId): Promise<ErasureRow[]> {
  return tx<ErasureRow[]>`
    select e.id as "erasureId", a.id as "askedById", a.name as "askedBy", e.asked_at as "askedAt",
      e.answer as outcome, s.name as "answeredBy", e.answered_at as "answeredAt", e.items, e.kinds
    from erasure e join staff a on a.id = e.asked_by left join staff s on s.id = e.answered_by
    where e.case_id = ${caseId} order by e.asked_at desc, e.id`;
}

export async function askErasure(tx: Tx, erasureId: ErasureId, caseId: CaseId): Promise<void> {
  await tx`select ask_erasure(${erasureId}, ${caseId}, ${networkZone()})`;
}

/** Which version of which item went; none where it was not agreed to. */
export async function answerErasure(tx: Tx, erasureId: ErasureId, erase: boolean) {
  return tx<{ itemId: ItemId; version: number }[]>`
    select item_id as "itemId", version from answer_erasure(${erasureId}, ${erase}, ${networkZone()})`;
}
