import { badInput, CaseId, newId, notFound } from '@accord/kernel';
import { staffProcedure, type Tx } from '@accord/rpc';
import { z } from 'zod';
import {
  CloseDutyInput,
  DUE_DAYS,
  DUTY_EVENTS,
  DutiesDue,
  DutyEntryId,
  RecordDutyInput,
  Register,
  spanOf,
} from '../../contract/index.ts';
import { enterHeldCases } from '../asking/requests.queries.ts';
import { listBases } from '../bases/bases.queries.ts';
import { entryOf as basisEntryOf } from '../bases/entry.ts';
import { endOfDay, holdsFor, readClock, writesFor } from '../consent.queries.ts';
import { findPolicy } from '../policy/policy.queries.ts';
import { networkZone } from '../zone.ts';
import { entryOf } from './entry.ts';
import * as q from './register.queries.ts';

const none = z.strictObject({});
/** More cases than anyone works on. */
const MOST_CASES = 200;
/** A subpoena that asks for an answer later than this was read wrong. */
const LONGEST_ANSWER_DAYS = 731;

/**
 * The register of a case: papers that came, duties that began, and the orders and reports that opened something by law.
 * Codes, numbers and dates: no text is read, so nothing is written in the ledger.
 */
export const register = staffProcedure
  .input(z.strictObject({ caseId: CaseId }))
  .output(Register)
  .query(({ ctx, input: { caseId } }) =>
    ctx.inCase(caseId, async (tx) => {
      const { agencyId } = ctx.actor;
      if (!(await holdsFor(tx, caseId, agencyId))) throw notFound('no such case for this speaker');
      const bases = await listBases(tx, caseId);
      return {
        entries: (await q.listDuties(tx, 'all')).map(entryOf),
        opened: bases.filter(({ kind }) => kind === 'court_order' || kind === 'mandate').map(basisEntryOf),
        mayRecord: await writesFor(tx, caseId, agencyId),
      };
    }),
  );

/** What is not closed yet and due within two weeks, over all the cases that the caller is on for their agency; the soonest first. */
export const dutiesDue = staffProcedure.output(DutiesDue).query(({ ctx }) =>
  ctx.read(async (tx) => {
    const cases = await enterHeldCases(tx, ctx.actor.agencyId, MOST_CASES);
    if (cases.length === 0) return { entries: [] };
    return { entries: (await q.listDuties(tx, { dueWithinDays: DUE_DAYS })).map(entryOf) };
  }),
);

/**
 * Writes a subpoena down, or a duty that began: one entry for each of its clocks. It opens nothing: a bare subpoena is
 * answered by people, and a report is a basis of its own with its own set (`recordBasis`).
 */
export const recordDuty = staffProcedure
  .input(RecordDutyInput)
  .output(z.strictObject({ entryIds: z.array(DutyEntryId) }))
  .mutation(({ ctx, input }) =>
    ctx.inCase(input.caseId, async (tx) => {
      if (!(await writesFor(tx, input.caseId, ctx.actor.agencyId))) {
        throw notFound('no such case for this speaker');
      }
      if (Date.parse(input.receivedAt) > Date.parse(await readClock(tx))) {
        throw badInput('receivedAt', 'Choose a time that has come.');
      }
      const duties = await dutiesOf(tx, input);
      for (const duty of duties) await q.recordDuty(tx, duty);
      return { entryIds: duties.map(({ entryId }) => entryId) };
    }),
  );

async function dutiesOf(tx: Tx, input: RecordDutyInput): Promise<q.NewDuty[]> {
  const { caseId, kind, receivedAt } = input;
  if (kind === 'subpoena') {
    const end = await endOfDay(tx, input.answerBy, networkZone(), LONGEST_ANSWER_DAYS);
    if (!end || end.isTooFar || Date.parse(end.endsAt) <= Date.parse(receivedAt)) {
      throw badInput('answerBy', 'Choose the day on the paper. It is after the day on which it came.');
    }
    const common = { caseId, kind, receivedAt, number: input.number };
    return [{ ...common, entryId: newId(DutyEntryId), clock: null, dueAt: end.endsAt, countedBy: null }];
  }
  const state = await findPolicy(tx, caseId);
  const countedBy = state && `${state.state} ${state.version}`;
  return DUTY_EVENTS[input.event].map((clock) => {
    const { dueAt } = spanOf(clock, Date.parse(receivedAt), { zone: networkZone(), state });
    const common = { caseId, kind, receivedAt, number: null, countedBy };
    return { ...common, entryId: newId(DutyEntryId), clock, dueAt: new Date(dueAt).toISOString() };
  });
}

/**
 * Says how it came out, once. A duty is done with the number that its receiver gave; a subpoena ends without anything
 * having opened by it, or with the order of a court that was recorded by itself. What is late says why.
 */
export const closeDuty = staffProcedure
  .input(CloseDutyInput)
  .output(none)
  .mutation(({ ctx, input }) =>
    ctx.inCase(input.caseId, async (tx) => {
      const entry = await q.findDuty(tx, input.caseId, input.entryId);
      if (!entry) throw notFound('no such entry for this speaker');
      const { outcome } = input;
      if (outcome !== 'mistake' && (outcome === 'done') !== (entry.kind === 'duty')) {
        throw badInput('outcome', 'Choose how it ended.');
      }
      const doneAt = outcome === 'done' ? input.doneAt : null;
      const at = Date.parse(doneAt ?? entry.readAt);
      if (at > Date.parse(entry.readAt) || at < Date.parse(entry.receivedAt)) {
        throw badInput('doneAt', 'Choose a time that has come, after it began.');
      }
      if (outcome !== 'mistake' && at >= Date.parse(entry.dueAt) && !input.lateBecause) {
        throw badInput('lateBecause', 'Say why it was late.');
      }
      await q.closeDuty(tx, input.entryId, {
        outcome,
        confirmation: outcome === 'done' ? input.confirmation : null,
        doneAt,
        basisId: outcome === 'ordered' ? input.basisId : null,
        lateBecause: input.lateBecause ?? null,
      });
      return {};
    }),
  );
