import { MeetingBody } from '@accord/cases';
import { contentOf, findRow, type ItemRow } from '@accord/cases/server';
import { type CaseId, type ItemId, notFound } from '@accord/kernel';
import type { Exposure } from '@accord/ledger/server';
import type { Tx } from '@accord/rpc';
import type { Unseal } from '@accord/vault';
import type { z } from 'zod';
import type { Speaks } from '../contract/index.ts';
import { listMeetings, type MeetingRow } from './meetings.queries.ts';

export interface Meeting {
  row: ItemRow;
  standing: MeetingRow;
}

/** NOT_FOUND for whoever does not see it, which then looks like one that is not there. */
export async function getMeeting(tx: Tx, caseId: CaseId, meetingId: ItemId): Promise<Meeting> {
  const row = await findRow(tx, caseId, meetingId);
  const [standing] = await listMeetings(tx, caseId, meetingId);
  if (row?.kind !== 'meeting' || row.sealed === null || !standing) {
    throw notFound('no such meeting for this reader');
  }
  return { row, standing };
}

/** What it is called, when and where; null while no key opens it. */
export function bodyOf(row: ItemRow, unseal: Unseal): z.output<typeof MeetingBody> | null {
  const content = contentOf(row, unseal);
  return content.is === 'open' ? MeetingBody.parse(content.body) : null;
}

/** What a line of the ledger says of a meeting by itself. */
export const exposureOf = ({ ownerAgency, categoryMask, itemId, bodyVersion }: ItemRow): Exposure => ({
  ownerAgency,
  categoryMask,
  items: [{ itemId, version: bodyVersion }],
});

/** Who speaks for the young person is named to whoever may know that they come. */
export function speaksOf({ spokenFor, speaker }: MeetingRow): Speaks | null {
  return spokenFor && { is: spokenFor, name: speaker };
}
