import { badInput, BasisId, newId, notFound, PURPOSES } from '@accord/kernel';
import { record, type Speaker, speakerOf } from '@accord/ledger/server';
import { staffProcedure, type Tx } from '@accord/rpc';
import { shareMissingIn } from '@accord/vault';
import { z } from 'zod';
import {
  AnswerEmergencyInput,
  codesOf,
  type Emergency,
  Emergencies,
  EMERGENCIES,
  EmergencyForm,
  RecordedBasis,
  ReviewEmergencyInput,
  spanOf,
  standingOf,
} from '../../contract/index.ts';
import { checkBasis } from '../bases/check-basis.ts';
import { noticeOf } from '../bases/notice.ts';
import { writesFor } from '../consent.queries.ts';
import { networkZone } from '../zone.ts';
import * as q from './emergencies.queries.ts';

const none = z.strictObject({});

/** Refuses, by its field, what the floor would: an emergency that needs another way, or of a worker who is on hold. */
export async function checkEmergency(tx: Tx, { needsTwo }: { needsTwo: boolean }): Promise<void> {
  const terms = await q.getEmergencyTerms(tx);
  if (terms.onHold)
    throw badInput('kind', 'Your last emergency must be looked at first. Call who is on call.');
  if (terms.needsTwo !== needsTwo) {
    throw badInput(
      'kind',
      needsTwo ? 'One person opens it here.' : 'Here a second person has to agree first.',
    );
  }
}

/**
 * What waits for a second person, and what nobody has looked at yet, of the caller's own agency. Codes and times, and
 * no text: nothing is written in the ledger. Whoever is on call reads no code name.
 */
export const listEmergencies = staffProcedure
  .output(Emergencies)
  .query(({ ctx }) =>
    ctx.read(async (tx) => ({ emergencies: (await q.listEmergencies(tx)).flatMap(emergencyOf) })),
  );

/** Asks a second person to open an emergency. The law is asked as if it were opened now; nothing is open by it. */
export const askEmergency = staffProcedure
  .input(EmergencyForm)
  .output(RecordedBasis)
  .mutation(({ ctx, input }) =>
    ctx.inCase(input.caseId, async (tx) => {
      if (!(await writesFor(tx, input.caseId, ctx.actor.agencyId))) {
        throw notFound('no such case for this speaker');
      }
      await checkEmergency(tx, { needsTwo: true });
      const { recipientId, purposes, see } = await checkBasis(tx, ctx.actor, input);
      const basisId = newId(BasisId);
      await q.askEmergency(tx, {
        basisId,
        caseId: input.caseId,
        recipientKind: input.recipient.kind,
        recipientId,
        purposes: purposes.map((purpose) => PURPOSES[purpose]),
        mask: see,
        nature: input.nature,
        minutes: input.minutes,
        ...noticeOf(input),
      });
      return { basisId };
    }),
  );

/**
 * The second person's word. Agreed: the record, its rows and its line in the ledger are one transaction, and it is open
 * for its minutes from then on. NOT_FOUND for whoever asked and agrees, for other agencies, and for colleagues who are
 * neither on the case nor on call; CONFLICT for what has lapsed or was answered.
 */
export const answerEmergency = staffProcedure
  .input(AnswerEmergencyInput)
  .output(none)
  .mutation(async ({ ctx, input: { basisId, agrees } }) => {
    const moved = await ctx.read(async (tx) => {
      const done = await q.answerEmergency(tx, basisId, agrees);
      await write(tx, speakerOf(ctx), 'shared', done);
      return done;
    });
    // Whoever agrees may hold none of the case's keys: the agency's node shares them.
    if (moved.mask !== 0n) await shareMissingIn(ctx.database, ctx.vault, moved.caseId);
    return {};
  });

/** Says afterwards whether it was needed; what was not, and is still open, closes. CONFLICT when it was said before. */
export const reviewEmergency = staffProcedure
  .input(ReviewEmergencyInput)
  .output(none)
  .mutation(({ ctx, input: { basisId, outcome } }) =>
    ctx.read(async (tx) => {
      await write(tx, speakerOf(ctx), 'stopped', await q.reviewEmergency(tx, basisId, outcome));
      return {};
    }),
  );

async function write(
  tx: Tx,
  speaker: Speaker,
  action: 'shared' | 'stopped',
  { caseId, owner, mask }: q.Moved,
): Promise<void> {
  if (mask === 0n) return;
  await q.enterCase(tx, caseId);
  await record(tx, speaker, action, caseId, [{ ownerAgency: owner, categoryMask: mask, items: [] }]);
}

function emergencyOf(row: q.EmergencyRow): Emergency[] {
  const { basisId, caseId, codeName, name, title, agency, minutes, by, isOwn, mayDecide } = row;
  const nature = EMERGENCIES.find((each) => each === row.nature);
  if (!nature) return [];
  const recipient = { name, title, agency };
  const categories = codesOf(row.mask);
  const common = {
    basisId,
    caseId,
    codeName,
    recipient,
    categories,
    nature,
    minutes,
    by,
    isOwn,
    mayDecide,
  };
  if (row.what === 'ask') return [{ ...common, is: 'ask', askedAt: row.at, lapsesAt: row.until }];
  const now = Date.parse(row.readAt);
  const openedAt = Date.parse(row.at);
  const place = { zone: networkZone(), state: null };
  const span = spanOf('emergency-review', openedAt, place);
  const holdAt = spanOf('emergency-hold', openedAt, place).dueAt;
  return [
    {
      ...common,
      is: 'review',
      openedAt: row.at,
      endsAt: row.until,
      isOpen: Date.parse(row.until) > now,
      secondedBy: row.secondedBy,
      dueAt: new Date(span.dueAt).toISOString(),
      standing: standingOf(span, null, now),
      holdAt: new Date(holdAt).toISOString(),
      isOnHold: now >= holdAt,
    },
  ];
}
