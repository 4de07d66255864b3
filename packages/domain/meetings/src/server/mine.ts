import { listItems } from '@accord/cases/server';
import { enterOwnCase } from '@accord/consent/server';
import { AppError, type CaseId, type ItemId, newId, notFound } from '@accord/kernel';
import { record, speakerOf } from '@accord/ledger/server';
import { type Tx, youthProcedure } from '@accord/rpc';
import { shareMissingIn, type Unseal } from '@accord/vault';
import { z } from 'zod';
import { type MyMeeting, MyMeetings, PrepareInput, SpeakerInput } from '../contract/index.ts';
import { bodyOf, exposureOf, getMeeting, speaksOf } from './meeting.ts';
import * as q from './meetings.queries.ts';
import { prepOf, prepPlace } from './words.ts';

const none = z.strictObject({});
const PrepId = z.uuid();

/** The meetings about the young person that they see, newest first, with their own words for each. */
export const myMeetings = youthProcedure.output(MyMeetings).query(({ ctx }) =>
  ctx.read(async (tx) => {
    const caseId = await getOwnCase(tx);
    const unseal = await ctx.vault.unsealer(tx, ctx.actor);
    const rows = new Map((await listItems(tx, caseId)).map((row) => [row.itemId, row]));
    const meetings: MyMeeting[] = [];
    for (const standing of await q.listMeetings(tx, caseId)) {
      const row = rows.get(standing.meetingId);
      if (!row || row.sealed === null) continue;
      meetings.push({
        meetingId: row.itemId,
        body: bodyOf(row, unseal),
        owner: standing.owner,
        state: standing.state,
        calledBy: standing.caller,
        speaks: speaksOf(standing),
        ...(await aroundOf(tx, caseId, row.itemId, unseal)),
      });
      await record(tx, speakerOf(ctx), 'opened', caseId, [exposureOf(row)]);
    }
    return { meetings };
  }),
);

/** Who comes, and what the young person wrote. */
async function aroundOf(tx: Tx, caseId: CaseId, meetingId: ItemId, unseal: Unseal) {
  const attendees = await q.listAttendees(tx, caseId, meetingId);
  const prep = await q.listPrep(tx, caseId, meetingId);
  const isShared = (part: q.PrepRow['part']) =>
    prep.some((each) => each.part === part && (each.forAll || each.reader !== null));
  return {
    people: attendees.flatMap(({ staffId, name, agency }) =>
      staffId && name && agency ? [{ staffId, name, agency }] : [],
    ),
    guests: attendees.flatMap(({ role }) => (role ? [role] : [])),
    prep: prepOf(prep, unseal),
    shared: { say: isShared('say'), notSay: isShared('not-say'), after: isShared('after') },
  };
}

/**
 * One part of their own words for a meeting. NOT_FOUND for one that they do not see; CONFLICT: it is over, and only what
 * they think of it can still be written; UNAVAILABLE where the key of its agency is not on this node.
 */
export const prepare = youthProcedure
  .input(PrepareInput)
  .output(none)
  .mutation(async ({ ctx, input: { meetingId, part, text, shared } }) => {
    const own = await ctx.read(async (tx) => {
      const caseId = await getOwnCase(tx);
      const { row, standing } = await getMeeting(tx, caseId, meetingId);
      const { ownerAgency, categoryMask } = row;
      if (!ctx.vault.ring.holds(ownerAgency)) throw new AppError('UNAVAILABLE', 'its key is on another node');
      const sealer = await ctx.vault.sealer(tx, caseId, ownerAgency, categoryMask);
      const prepId = newId(PrepId);
      const isSaid = text !== '' && shared;
      await q.putPrep(tx, {
        caseId,
        meetingId,
        part,
        prepId,
        forAll: isSaid && part === 'say',
        reader: isSaid && part !== 'say' ? standing.calledBy : null,
        keyVersion: sealer.keyVersion,
        sealed: sealer.seal(prepPlace(prepId), text),
      });
      await record(tx, speakerOf(ctx), 'wrote', caseId, [exposureOf(row)]);
      return caseId;
    });
    // Whoever shares keys here is no young person: what a stop made new since is wrapped right after.
    await shareMissingIn(ctx.database, ctx.vault, own);
    return {};
  });

/** Who speaks for them. NOT_FOUND for somebody who is not invited. */
export const chooseSpeaker = youthProcedure
  .input(SpeakerInput)
  .output(none)
  .mutation(({ ctx, input: { meetingId, speaker } }) =>
    ctx.read(async (tx) => {
      const caseId = await getOwnCase(tx);
      const { row } = await getMeeting(tx, caseId, meetingId);
      const person = speaker.is === 'person' ? speaker.staffId : null;
      await q.saySpeaker(tx, caseId, meetingId, speaker.is, person);
      await record(tx, speakerOf(ctx), 'wrote', caseId, [exposureOf(row)]);
      return {};
    }),
  );

async function getOwnCase(tx: Tx): Promise<CaseId> {
  const caseId = await enterOwnCase(tx);
  if (!caseId) throw notFound('no own case');
  return caseId;
}
