import type { Permission } from '@accord/consent';
import type { CaseId, GrantId } from '@accord/kernel';
import { EmptyState, List, Neutral, Page, Section, Stack, useWords } from '@accord/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, type ComponentProps, type ReactNode } from 'react';
import { useFocusRescue } from '../../app/focus.ts';
import { Happened, useNews } from '../../app/Happened.tsx';
import { Loaded } from '../../app/Loaded.tsx';
import { isNotShared } from '../../app/problem.ts';
import { useTRPC } from '../../app/trpc.ts';
import { useCalled } from './useCalled.ts';
import { PermissionCard } from './PermissionCard.tsx';
import { useKnownCodeName } from './useCodeName.ts';

const STATES = ['active', 'paused', 'draft', 'stopped', 'ended'] as const;

interface PermissionsProps {
  caseId: CaseId;
  /** The link back to the case. */
  above: ReactNode;
  /** The link that prepares a new one. */
  prepare: ReactNode;
  /** The link that goes on with a draft. */
  goOn: (grantId: GrantId) => ReactNode;
}

/** Every permission of a case, by its state; what can be stopped is stopped here, kind by kind. */
export function Permissions({ caseId, above, prepare, goOn }: PermissionsProps) {
  const t = useWords('permissions');
  const trpc = useTRPC();
  const queries = useQueryClient();
  const code = useKnownCodeName(caseId);
  const query = useQuery({ ...trpc.consent.list.queryOptions({ caseId }), retryOnMount: false });
  const { news, tell } = useNews();
  const changed = async (sentence: string) => {
    await queries.invalidateQueries({ queryKey: trpc.consent.list.queryKey({ caseId }) });
    tell(sentence);
  };
  const called = useCalled();
  const region = useRef<HTMLDivElement>(null);
  useFocusRescue(region);
  if (isNotShared(query.error)) {
    return (
      <Page title={t('title')} above={above}>
        <Neutral />
      </Page>
    );
  }
  return (
    <div ref={region}>
      <Page
        title={code ? t('titleOf', { code }) : t('title')}
        above={above}
        lead={t('lead')}
        actions={prepare}
      >
        <Happened news={news} />
        <Loaded query={query}>
          {({ permissions, maySign }) =>
            permissions.length === 0 ? (
              <EmptyState title={t('emptyTitle')}>{t('empty')}</EmptyState>
            ) : (
              <Stack gap="loose">
                {STATES.map((state) => (
                  <OfState
                    key={state}
                    state={state}
                    caseId={caseId}
                    code={code ?? t('form.theYoungPerson')}
                    maySign={maySign}
                    goOn={goOn}
                    called={(one) => called(one, permissions)}
                    permissions={permissions.filter((permission) => permission.state === state)}
                    onChanged={changed}
                  />
                ))}
              </Stack>
            )
          }
        </Loaded>
      </Page>
    </div>
  );
}

type OfStateProps = Omit<ComponentProps<typeof PermissionCard>, 'permission' | 'called'> & {
  called: (permission: Permission) => string;
  state: Permission['state'];
  permissions: readonly Permission[];
};

function OfState({ state, permissions, called, ...rest }: OfStateProps) {
  const states = useWords('states');
  if (permissions.length === 0) return null;
  const title = states(`permission.${state}`);
  return (
    <Section title={title}>
      <List label={title}>
        {permissions.map((permission) => (
          <PermissionCard
            key={permission.grantId}
            permission={permission}
            called={called(permission)}
            {...rest}
          />
        ))}
      </List>
    </Section>
  );
}
