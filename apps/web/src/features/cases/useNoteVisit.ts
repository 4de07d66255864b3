import type { CaseId } from '@accord/kernel';
import { useEffect, useRef } from 'react';
import { useTRPCClient } from '../../app/trpc.ts';

/**
 * Tells the server, once, that the page of a case is being looked at: what comes after is new. Where that does not
 * arrive nothing is lost, and more counts as new the next time.
 */
export function useNoteVisit(caseId: CaseId, isShown: boolean): void {
  const client = useTRPCClient();
  const isNoted = useRef(false);
  useEffect(() => {
    if (!isShown || isNoted.current) return;
    isNoted.current = true;
    client.cases.looked.mutate({ caseId }).catch(() => undefined);
  }, [client, caseId, isShown]);
}
