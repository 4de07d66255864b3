import { ItemId } from '@accord/kernel';
import { createFileRoute } from '@tanstack/react-router';

/** An address without a real id asks for a meeting that cannot be: it is answered like one that is not shared. */
const NO_MEETING = ItemId.parse('00000000-0000-0000-0000-000000000000');

export const Route = createFileRoute('/_staff/cases/$caseId/meetings/$meetingId')({
  params: {
    parse: ({ meetingId }) => ({ meetingId: ItemId.safeParse(meetingId).data ?? NO_MEETING }),
    stringify: ({ meetingId }) => ({ meetingId }),
  },
});
