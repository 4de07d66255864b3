import type { CaseItem } from '@accord/cases';
import { contentOf, exposuresOf, type ItemRow, listItems } from '@accord/cases/server';
import { CATEGORIES, derivedMask, noticesFor, referenceOfNotice } from '@accord/consent';
import type { CaseId } from '@accord/kernel';
import { record, speakerOf } from '@accord/ledger/server';
import { staffProcedure, type Tx } from '@accord/rpc';
import type { Unseal } from '@accord/vault';
import {
  Agenda,
  AGENDA_KINDS,
  type AgendaKind,
  type AgendaLine,
  inOrder,
  MeetingOnly,
} from '../contract/index.ts';
import { getMeeting, speaksOf } from './meeting.ts';
import * as q from './meetings.queries.ts';
import { partOf } from './words.ts';

/** By bit, what has to go with that kind wherever it goes. */
const NOTICES = Object.fromEntries(
  CATEGORIES.flatMap(({ bit }) => {
    const notices = noticesFor(1n << BigInt(bit)).map(referenceOfNotice);
    return notices.length > 0 ? [[String(bit), notices] as const] : [];
  }),
);

/**
 * What everybody in the room may hear: what each of them would see by themselves, after what the young person wants said
 * to all. Nothing in it tells that there is more. It is told to everybody there, so that each of them has a line in the
 * ledger, in this transaction. NOT_FOUND for whoever is not in the room.
 */
export const agenda = staffProcedure
  .input(MeetingOnly)
  .output(Agenda)
  .query(({ ctx, input: { caseId, meetingId } }) =>
    ctx.inCase(caseId, async (tx) => {
      const unseal = await ctx.vault.unsealer(tx, ctx.actor);
      const heard = await q.hearAgenda(tx, caseId, meetingId, NOTICES);
      const { row, standing } = await getMeeting(tx, caseId, meetingId);
      const versions = new Map(heard.map(({ itemId, version }) => [itemId, version]));
      // The floor asks once more for this very reader: what it does not give them is on nobody's screen.
      const rows = (await listItems(tx, caseId)).filter(
        (each) => each.sealed !== null && versions.get(each.itemId) === each.bodyVersion,
      );
      const prep = (await q.listPrep(tx, caseId, meetingId)).filter(({ forAll }) => forAll);
      const { agencyId } = ctx.actor;
      const exposures = exposuresOf([row, ...rows], agencyId).map((each) => ({
        ...each,
        notices: each.ownerAgency === agencyId ? [] : noticesFor(each.categoryMask).map(referenceOfNotice),
      }));
      await record(tx, speakerOf(ctx), 'opened', caseId, exposures);
      return {
        codeName: standing.codeName,
        say: partOf(prep, 'say', unseal),
        speaks: await speaksHere(tx, caseId, standing),
        // The oldest first, as on the page of the case.
        lines: inOrder(rows.toReversed().flatMap((each) => lineOf(each, unseal))),
        obligations: noticesFor(derivedMask(rows.map(({ categoryMask: mask }) => ({ mask })))).map(
          ({ code, version, short, text }) => ({ code, version, short, text }),
        ),
      };
    }),
  );

/** Everybody in the room reads it: it names nobody who is not there. */
async function speaksHere(tx: Tx, caseId: CaseId, standing: q.MeetingRow): Promise<Agenda['speaks']> {
  const speaks = speaksOf(standing);
  const isHere = (await q.listAttendees(tx, caseId, standing.meetingId)).some(
    ({ staffId, cameAt, leftAt }) => staffId === standing.speakerId && cameAt !== null && leftAt === null,
  );
  return speaks && { ...speaks, name: isHere ? speaks.name : null };
}

/** Nothing where this reader's keys do not open it. */
function lineOf(row: ItemRow, unseal: Unseal): AgendaLine[] {
  const { itemId, kind, parentId, state } = row;
  const content = contentOf(row, unseal);
  if (!isAgendaKind(kind) || content.is !== 'open') return [];
  const { text, startsAt } = saidOf({ kind, body: content.body } as Open);
  return [{ itemId, kind, text, startsAt, isDone: kind === 'step' && state === 'done', under: parentId }];
}

type Open = {
  [Kind in AgendaKind]: {
    kind: Kind;
    body: Extract<Extract<CaseItem, { kind: Kind }>['content'], { is: 'open' }>['body'];
  };
}[AgendaKind];

/** In the young person's own words, where there are any. A referral says where to, and not why. */
function saidOf({ kind, body }: Open): { text: string; startsAt: string | null } {
  if (kind === 'appointment') return { text: body.what, startsAt: body.startsAt };
  if (kind === 'referral') return { text: body.service, startsAt: null };
  if (kind === 'step' || kind === 'decision') return { text: body.text, startsAt: null };
  return { text: body.ownWords, startsAt: null };
}

const isAgendaKind = (kind: string): kind is AgendaKind => (AGENDA_KINDS as readonly string[]).includes(kind);
