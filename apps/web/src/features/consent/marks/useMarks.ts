import type { Mark } from '@accord/consent';
import type { CaseId, GrantId } from '@accord/kernel';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../../../app/trpc.ts';

/** The mark on one permission that waits to be settled, and the last one that was. Nothing for who may not know. */
export function useMarks(
  caseId: CaseId,
  grantId: GrantId,
): { open: Mark | undefined; last: Mark | undefined } {
  const trpc = useTRPC();
  const { data } = useQuery({ ...trpc.marks.list.queryOptions({ caseId }), retryOnMount: false });
  const own = data?.marks.filter((mark) => mark.grantId === grantId) ?? [];
  return {
    open: own.find(({ settled }) => settled === null),
    last: own.find(({ settled }) => settled !== null),
  };
}
