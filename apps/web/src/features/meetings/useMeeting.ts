import type { Room } from '@accord/meetings';
import type { CaseId, ItemId } from '@accord/kernel';
import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useLive } from '../../app/live.ts';
import { problemOf } from '../../app/problem.ts';
import { askAgain } from '../../app/queries.ts';
import { useTRPC } from '../../app/trpc.ts';
import { useWords } from '@accord/ui';

export interface MeetingAt {
  caseId: CaseId;
  meetingId: ItemId;
}

/** Asks anew for all that stands on the pages of a meeting. */
function useRefresh({ caseId, meetingId }: MeetingAt) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  return useCallback(
    () =>
      Promise.all([
        askAgain(queries, trpc.meetings.room.queryKey({ caseId, meetingId })),
        askAgain(queries, trpc.meetings.agenda.queryKey({ caseId, meetingId })),
        askAgain(queries, trpc.cases.open.queryKey({ caseId })),
      ]).then(() => undefined),
    [caseId, meetingId, queries, trpc],
  );
}

/** Whatever moves in the room, or in what anybody there may see: what stands on the page is asked for anew. */
export function useLiveMeeting(at: MeetingAt): () => Promise<void> {
  const refresh = useRefresh(at);
  useLive({ path: '/api/staff/live', caseId: at.caseId, onChange: () => void refresh() });
  return refresh;
}

/** One meeting as this reader may know it, live. */
export function useMeeting(at: MeetingAt): {
  query: UseQueryResult<Room, unknown>;
  refresh: () => Promise<void>;
} {
  const { caseId, meetingId } = at;
  const trpc = useTRPC();
  const query = useQuery({
    ...trpc.meetings.room.queryOptions({ caseId, meetingId }),
    retryOnMount: false,
    gcTime: 0,
  });
  return { query, refresh: useLiveMeeting(at) };
}

/** One thing at a time is done to a meeting; what went wrong is said where it was asked for. */
export function useAct(refresh: () => Promise<void>) {
  const problems = useWords('problems');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const act = async (send: () => Promise<unknown>) => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      await send();
    } catch (error) {
      setProblem(problemOf(error).sentence ?? problems('offlineTitle'));
    }
    await refresh();
    setBusy(false);
  };
  return { act, busy, problem };
}
