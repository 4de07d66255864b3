import { Added } from '@accord/cases';
import { findCustody, findSystem, writeItem } from '@accord/cases/server';
import { maskOf } from '@accord/consent';
import {
  type AgencyId,
  badInput,
  type CaseId,
  type ItemId,
  newId,
  notFound,
  type StaffId,
} from '@accord/kernel';
import { record, speakerOf } from '@accord/ledger/server';
import { staffProcedure, type Tx } from '@accord/rpc';
import { z } from 'zod';
import { AttendeeId, ConveneInput, CaseOnly, GuestInput, InviteInput, Invitees } from '../contract/index.ts';
import { exposureOf, getMeeting } from './meeting.ts';
import * as q from './meetings.queries.ts';
import { listInvitees } from './invitees.queries.ts';
import { namePlace } from './words.ts';

const none = z.strictObject({});
const MEETINGS = maskOf(['meetings']);
const NOT_YET = 'They cannot see the meeting yet. Ask for permission for team meetings first.';

/** Whom the caller's agency can invite. It reads names of colleagues and recipients, so it writes no line. */
export const invitees = staffProcedure
  .input(CaseOnly)
  .output(Invitees)
  .query(({ ctx, input: { caseId } }) =>
    ctx.inCase(caseId, async (tx) => {
      const { writes } = await findCustody(tx, caseId, ctx.actor.agencyId);
      if (!writes) throw notFound('no such case for this writer');
      const people = await listInvitees(tx, caseId, MEETINGS);
      return { people: people.filter(({ staffId }) => staffId !== ctx.actor.staffId) };
    }),
  );

/**
 * Calls a meeting: an item of the caller's own agency, so that whoever it shares team meetings with knows of it. BAD_INPUT
 * at `invited` for somebody who would not see it.
 */
export const convene = staffProcedure
  .input(ConveneInput)
  .output(Added)
  .mutation(({ ctx, input: { caseId, invited, ...body } }) =>
    ctx.inCase(caseId, async (tx) => {
      const draft = { caseId, kind: 'meeting', mask: MEETINGS, body } as const;
      const itemId = await writeItem(tx, ctx.vault, speakerOf(ctx), draft);
      await q.callMeeting(tx, caseId, itemId);
      const people = await listInvitees(tx, caseId, MEETINGS);
      for (const staffId of new Set(invited)) {
        if (staffId === ctx.actor.staffId) continue;
        checkSees(people, staffId, 'invited');
        await q.invite(tx, caseId, itemId, newId(AttendeeId), staffId);
      }
      return { itemId };
    }),
  );

/** One more person with an account. CONFLICT: the meeting is over. */
export const invite = staffProcedure
  .input(InviteInput)
  .output(none)
  .mutation(({ ctx, input: { caseId, meetingId, staffId } }) =>
    ctx.inCase(caseId, async (tx) => {
      const { row } = await getOwn(tx, ctx.actor.agencyId, caseId, meetingId);
      checkSees(await listInvitees(tx, caseId, row.categoryMask), staffId, 'staffId');
      await q.invite(tx, caseId, meetingId, newId(AttendeeId), staffId);
      await record(tx, speakerOf(ctx), 'wrote', caseId, [exposureOf(row)]);
      return {};
    }),
  );

/** Somebody without an account: a judge, an interpreter. Their name is sealed. CONFLICT: the meeting is over. */
export const addGuest = staffProcedure
  .input(GuestInput)
  .output(none)
  .mutation(({ ctx, input: { caseId, meetingId, role, name, agencyId } }) =>
    ctx.inCase(caseId, async (tx) => {
      const { row } = await getOwn(tx, ctx.actor.agencyId, caseId, meetingId);
      if (agencyId !== null && !(await findSystem(tx, agencyId))) {
        throw badInput('agencyId', 'Choose an agency from the list.');
      }
      const attendeeId = newId(AttendeeId);
      const sealer = await ctx.vault.sealer(tx, caseId, row.ownerAgency, row.categoryMask);
      const sealed = sealer.seal(namePlace(attendeeId), name);
      const { keyVersion } = sealer;
      await q.expectGuest(tx, { caseId, meetingId, attendeeId, role, agencyId, keyVersion, sealed });
      await ctx.vault.share(tx, caseId);
      await record(tx, speakerOf(ctx), 'wrote', caseId, [exposureOf(row)]);
      return {};
    }),
  );

/** A meeting that the speaker's agency called, where they write for it; NOT_FOUND otherwise. */
async function getOwn(tx: Tx, agencyId: AgencyId, caseId: CaseId, meetingId: ItemId) {
  const meeting = await getMeeting(tx, caseId, meetingId);
  const { writes } = await findCustody(tx, caseId, meeting.row.ownerAgency);
  if (meeting.row.ownerAgency !== agencyId || !writes) throw notFound('not theirs to run');
  return meeting;
}

function checkSees(people: Invitees['people'], staffId: StaffId, field: string): void {
  if (!people.some((each) => each.staffId === staffId)) throw badInput(field, NOT_YET);
}
