import type { Permission } from '@accord/consent';
import type { CaseId } from '@accord/kernel';
import { List, Page, Stack, useWords } from '@accord/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Seat } from '../../app/client.ts';
import { useFocusRescue } from '../../app/focus.ts';
import { useLive } from '../../app/live.ts';
import { Loaded } from '../../app/Loaded.tsx';
import { askAgain } from '../../app/queries.ts';
import { youth } from '../../app/trpc.ts';
import { SharedWith } from './SharedWith.tsx';

interface MySharingProps {
  seat: Seat;
  /** The card of whoever sits here. */
  of: string;
  onCase: (found: { of: string; caseId: CaseId }) => void;
}

/** The young person's "My sharing", for the left side of the demo: who has what now, and Stop. */
export function MySharing({ seat, of, onCase }: MySharingProps) {
  const trpc = youth.useTRPC();
  const queries = useQueryClient();
  const own = useQuery({ ...trpc.mine.open.queryOptions(), staleTime: Infinity });
  const query = useQuery(trpc.mine.permissions.queryOptions());
  const refetch = useCallback(
    () => void askAgain(queries, trpc.mine.permissions.queryKey()),
    [queries, trpc],
  );
  const caseId = own.data?.caseId;
  useEffect(() => {
    if (caseId) onCase({ of, caseId });
  }, [caseId, of, onCase]);
  useLive({ path: '/api/youth/live', seat, onChange: refetch });
  return (
    <Loaded query={query}>
      {({ permissions }) => <Sharing permissions={permissions} onChanged={refetch} />}
    </Loaded>
  );
}

function Sharing({ permissions, onChanged }: { permissions: readonly Permission[]; onChanged: () => void }) {
  const t = useWords('sharing');
  const [done, setDone] = useState<string | null>(null);
  const region = useRef<HTMLDivElement>(null);
  useFocusRescue(region);
  // What is signed and waits for something else is not shared with anybody.
  const active = permissions.filter(({ state, categories }) => state === 'active' && categories.length > 0);
  const people = new Set(active.map(({ recipient }) => `${recipient.name} ${recipient.agency}`));
  return (
    <div ref={region}>
      <Page title={t('title')} lead={active.length === 0 ? t('none') : t('people', { count: people.size })}>
        <Stack>
          <div role="status">
            {done ? (
              <>
                <p>{done}</p>
                <p>{t('known')}</p>
              </>
            ) : null}
          </div>
          {active.length > 0 ? (
            <List label={t('label')}>
              {active.map((permission) => (
                <SharedWith
                  key={permission.grantId}
                  permission={permission}
                  onStopped={(sentence) => {
                    setDone(sentence);
                    onChanged();
                  }}
                />
              ))}
            </List>
          ) : null}
        </Stack>
      </Page>
    </div>
  );
}
