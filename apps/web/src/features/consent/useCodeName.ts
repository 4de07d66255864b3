import type { CaseId } from '@accord/kernel';
import { useWords } from '@accord/ui';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../../app/trpc.ts';

/** The code name of a case, or words for nobody in particular until it is known. */
export function useCodeName(caseId: CaseId): string {
  const t = useWords('permissions');
  return useKnownCodeName(caseId) ?? t('form.theYoungPerson');
}

/** The code name of a case whose permissions one administers: reading the inbox opens no case. */
export function useKnownCodeName(caseId: CaseId): string | undefined {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.consent.inbox.queryOptions());
  return data?.cases.find((one) => one.caseId === caseId)?.codeName;
}
