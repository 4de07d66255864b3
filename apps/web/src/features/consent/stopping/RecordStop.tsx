import type { RecordedStop } from '@accord/consent';
import type { CaseId } from '@accord/kernel';
import { EmptyState, Page, Row, Stack, useWords } from '@accord/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Loaded } from '../../../app/Loaded.tsx';
import { askAgain } from '../../../app/queries.ts';
import { NotShared } from '../../../app/routeStates.tsx';
import { useTRPC, useTRPCClient } from '../../../app/trpc.ts';
import { useNotShared } from '../../../app/useNotShared.ts';
import { useCodeName } from '../useCodeName.ts';
import { stoppable } from './choices.ts';
import { StopForm } from './StopForm.tsx';
import { Stopped } from './Stopped.tsx';

interface RecordStopProps {
  caseId: CaseId;
  above: ReactNode;
  /** The link to the permissions. */
  back: ReactNode;
}

/** The young person said stop to a worker: two fields, and then what ended and what a stop cannot end. */
export function RecordStop({ caseId, above, back }: RecordStopProps) {
  const t = useWords('stops');
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  const code = useCodeName(caseId);
  const query = useQuery({ ...trpc.consent.list.queryOptions({ caseId }), retryOnMount: false });
  const notShared = useNotShared(query);
  const [stop, setStop] = useState<RecordedStop | null>(null);
  if (notShared) return <NotShared />;
  if (stop) {
    return (
      <Page title={t('title')} above={above}>
        <Stack gap="loose">
          <Stopped stop={stop} code={code} />
          <Row>{back}</Row>
        </Stack>
      </Page>
    );
  }
  return (
    <Page title={t('title')} above={above} lead={t('lead')}>
      <Loaded query={query} lines={4}>
        {({ permissions }) =>
          stoppable(permissions).length === 0 ? (
            <EmptyState title={t('nothing')} action={back}>
              {t('nothingHint')}
            </EmptyState>
          ) : (
            <StopForm
              caseId={caseId}
              permissions={stoppable(permissions)}
              onStop={async (input) => {
                const answer = await client.consent.recordStop.mutate(input);
                await askAgain(queries, trpc.consent.list.queryKey({ caseId }));
                setStop(answer);
              }}
            />
          )
        }
      </Loaded>
    </Page>
  );
}
