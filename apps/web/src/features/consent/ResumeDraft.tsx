import type { CaseId, GrantId } from '@accord/kernel';
import { LoadingSkeleton, Page, useWords } from '@accord/ui';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { NotShared } from '../../app/routeStates.tsx';
import { Trouble } from '../../app/Trouble.tsx';
import { useTRPC } from '../../app/trpc.ts';
import { useNotShared } from '../../app/useNotShared.ts';
import { Discard } from './Discard.tsx';
import { draftOf } from './draft.ts';
import { Handover } from './Handover.tsx';
import { Preview } from './Preview.tsx';
import { useCodeName } from './useCodeName.ts';

interface ResumeDraftProps {
  caseId: CaseId;
  grantId: GrantId;
  above: ReactNode;
  onDone: () => void;
}

/** A draft that was kept: what it would show, and the screen for the young person. */
export function ResumeDraft({ caseId, grantId, above, onDone }: ResumeDraftProps) {
  const problems = useWords('problems');
  const trpc = useTRPC();
  const code = useCodeName(caseId);
  const [handed, setHanded] = useState(false);
  const query = useQuery({
    ...trpc.consent.draft.queryOptions({ caseId, grantId }),
    retryOnMount: false,
    // What the young person holds in their hands does not change under them.
    enabled: !handed,
  });
  const notShared = useNotShared(query);
  if (notShared) return <NotShared />;
  if (query.isPending) return <LoadingSkeleton lines={6} />;
  if (!query.data) {
    return (
      <Page title={problems('pageTitle')} above={above}>
        <Trouble error={query.error} onRetry={() => void query.refetch()} />
      </Page>
    );
  }
  const draft = draftOf(caseId, query.data);
  return (
    <>
      <Preview
        draft={draft}
        code={code}
        above={above}
        onHandOver={() => setHanded(true)}
        onKeep={onDone}
        more={<Discard caseId={caseId} grantId={grantId} onChanged={async () => onDone()} />}
      />
      {handed ? <Handover draft={draft} onDone={onDone} /> : null}
    </>
  );
}
