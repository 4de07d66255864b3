import { AppError, badInput, notFound, type StaffActor } from '@accord/kernel';
import type { Tx } from '@accord/rpc';
import {
  type Answer,
  type AnswerBasis,
  type AnswerInput,
  type AnswerSpan,
  codesOf,
} from '../../contract/index.ts';
import { networkZone } from '../zone.ts';
import * as q from './answers.queries.ts';
import type { Recorded } from './recorded.ts';
import { type AskedItem, type Question, type Said, saidThen } from './span.ts';

/**
 * Whether somebody could see one thing on a day, stretch by stretch of that day, with every rule that was asked. It is
 * made of what was recorded then: nothing that was signed, stopped or learnt later changes an answer.
 *
 * @throws NOT_FOUND for whoever does not answer for the case, BAD_INPUT for a day that is still to come or a person
 * whom nobody knows, UNAVAILABLE where the day saw more changes than are looked at.
 */
export async function answerAbout(
  tx: Tx,
  { agencyId }: StaffActor,
  input: AnswerInput,
  item: AskedItem,
): Promise<Answer> {
  const { caseId, staffId, purpose } = input;
  const head = await q.findOwner(tx, caseId, agencyId);
  const day = await q.getDay(tx, input.day);
  const [person] = await q.listEverybody(tx, staffId);
  if (!head) throw notFound('no such case for this reader');
  if (!person) throw badInput('staffId', 'Choose a person from the list.');
  if (day.isToCome) throw badInput('day', 'Choose a day that was.');

  const turns = await q.findTurns(tx, caseId, day);
  if (!turns) throw new AppError('UNAVAILABLE', 'a day with more changes than are looked at');
  const question: Question = { caseId, owner: agencyId, staffId, purpose, item };
  const found: { at: string; said: Said; record: Recorded }[] = [];
  for (const at of turns) {
    const record = await q.findRecorded(tx, caseId, at);
    if (!record) throw notFound('nobody who answers for the case');
    found.push({ at, said: saidThen(record, question), record });
  }
  const asked = { caseId, staffId, purpose, mask: item.mask };
  const { name, title, agency } = person;
  return {
    ...head,
    person: { name, title, agency },
    kinds: codesOf(item.mask),
    purpose,
    day: input.day,
    answeredAt: day.now,
    zone: networkZone(),
    spans: spansOf(found, day.to),
    bases: await namedBases(
      tx,
      found.map(({ record }) => record),
      new Set(found.flatMap(({ said }) => said.trace.flatMap(({ basis }) => (basis ? [basis.id] : [])))),
    ),
    opened: await q.listOpened(tx, asked, day),
    keptSince: await keptSince(tx, input, day),
  };
}

/** No transaction lasts longer: its signed context would have ended. */
const LONGEST_CHANGE_MS = 15_000;

/**
 * Neighbours that say the same are one. Within a change the record is half written for a moment, rule and rows differ,
 * and nobody reads it, since nothing of it is committed: until it is done, what stood before it stands.
 */
function spansOf(found: readonly { at: string; said: Said }[], end: string): AnswerSpan[] {
  const spans: AnswerSpan[] = [];
  for (const [index, { at, said }] of found.entries()) {
    const next = found[index + 1]?.at;
    const last = spans.at(-1);
    const isHalfDone = said.differs && next && Date.parse(next) - Date.parse(at) < LONGEST_CHANGE_MS;
    if (last && (isHalfDone || sameSaid(last, said))) continue;
    if (last) last.to = at;
    spans.push({ ...said, from: at, to: end });
  }
  return spans;
}

const sameSaid = ({ from: _from, to: _to, ...before }: AnswerSpan, said: Said) =>
  JSON.stringify(before) === JSON.stringify(said);

async function keptSince(tx: Tx, { caseId }: AnswerInput, { from }: q.DayRow): Promise<string | null> {
  const since = await q.findKeptSince(tx, caseId);
  return since !== null && Date.parse(from) < Date.parse(since) ? since : null;
}

/** The permissions and bases that a trace names, each as it last stood that day. */
async function namedBases(
  tx: Tx,
  all: readonly Recorded[],
  ids: ReadonlySet<string>,
): Promise<AnswerBasis[]> {
  const rows = all.flatMap(({ grants, bases }) => [
    ...grants.map((grant) => ({
      id: grant.grantId as string,
      kind: 'consent' as const,
      to: grant.recipientId,
      purposes: [grant.purpose],
      mask: grant.categories,
      period: grant,
    })),
    ...bases.map((basis) => ({
      id: basis.id,
      kind: basis.kind,
      to: basis.recipientId,
      purposes: basis.purposes,
      mask: basis.see | basis.know,
      period: basis,
    })),
  ]);
  const named = new Map(rows.filter(({ id }) => ids.has(id)).map((row) => [row.id, row]));
  const names = await q.listNames(
    tx,
    [...named.values()].map(({ to }) => to),
  );
  return [...named.values()].map(({ id, kind, to, purposes, mask, period }) => ({
    id,
    kind,
    recipient: names.get(to) ?? '',
    purposes,
    categories: codesOf(mask),
    from: isoOf(period.validFrom),
    to: isoOf(period.validTo),
  }));
}

const isoOf = (ms: number) => (Number.isFinite(ms) ? new Date(ms).toISOString() : null);
