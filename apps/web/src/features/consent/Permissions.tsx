import type { Permission } from '@accord/consent';
import type { CaseId, GrantId } from '@accord/kernel';
import { EmptyState, List, Neutral, Page, Section, Stack, useWords } from '@accord/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, type ComponentProps, type ReactNode } from 'react';
import { useFocusRescue } from '../../app/focus.ts';
import { hasOther } from '../../app/people.ts';
import { Happened, useNews } from '../../app/Happened.tsx';
import { Loaded } from '../../app/Loaded.tsx';
import { useTRPC } from '../../app/trpc.ts';
import { useNotShared } from '../../app/useNotShared.ts';
import { LawBases } from './bases/LawBases.tsx';
import { useCalled } from './useCalled.ts';
import { PermissionCard } from './PermissionCard.tsx';
import { LawFoot } from './state-law/LawFoot.tsx';
import { startsLater } from './starts.ts';
import { useKnownCodeName } from './useCodeName.ts';

const PARTS = ['active', 'waiting', 'announced', 'vacant', 'paused', 'draft', 'stopped', 'ended'] as const;
type Part = (typeof PARTS)[number];

/** Where it stands. What is signed and opens nothing yet is not called shared. */
const partOf = (permission: Permission): Part =>
  permission.state === 'active' && (permission.categories.length === 0 || startsLater(permission))
    ? 'waiting'
    : permission.state;

interface PermissionsProps {
  caseId: CaseId;
  /** The link back to the case. */
  above: ReactNode;
  /** The link that prepares a new one. */
  prepare: ReactNode;
  /** Emergencies of this case that wait for somebody. */
  emergencies?: ReactNode;
  /** The link that records an order or a duty. */
  record: ReactNode;
  /** The link to the page of who may sign. */
  toSigners: ReactNode;
  /** The link that goes on with a draft. */
  goOn: (grantId: GrantId) => ReactNode;
  /** The link to the rules that permissions are judged by. */
  linkToLaw: (words: string) => ReactNode;
}

/** Every permission of a case, by its state; what can be stopped is stopped here, kind by kind. */
export function Permissions({
  caseId,
  above,
  prepare,
  toSigners,
  emergencies,
  record,
  goOn,
  linkToLaw,
}: PermissionsProps) {
  const t = useWords('permissions');
  const trpc = useTRPC();
  const queries = useQueryClient();
  const code = useKnownCodeName(caseId);
  const query = useQuery({ ...trpc.consent.list.queryOptions({ caseId }), retryOnMount: false });
  const notShared = useNotShared(query);
  const { news, tell } = useNews();
  const changed = async (sentence: string) => {
    await queries.invalidateQueries({ queryKey: trpc.consent.list.queryKey({ caseId }) });
    tell(sentence);
  };
  const called = useCalled();
  const region = useRef<HTMLDivElement>(null);
  useFocusRescue(region);
  if (notShared) {
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
        {emergencies}
        <Loaded query={query}>
          {({ permissions, maySign }) =>
            permissions.length === 0 ? (
              <EmptyState title={t('emptyTitle')}>{t('empty')}</EmptyState>
            ) : (
              <Stack gap="loose">
                {PARTS.map((part) => (
                  <OfPart
                    key={part}
                    part={part}
                    caseId={caseId}
                    code={code ?? t('form.theYoungPerson')}
                    maySign={maySign}
                    goOn={goOn}
                    toSigners={toSigners}
                    called={(one) => called(one, permissions)}
                    hasOthers={(one) => hasOther(permissions, one)}
                    permissions={permissions.filter((permission) => partOf(permission) === part)}
                    onChanged={changed}
                  />
                ))}
              </Stack>
            )
          }
        </Loaded>
        <LawBases
          caseId={caseId}
          code={code ?? t('form.theYoungPerson')}
          record={record}
          onChanged={changed}
        />
        {query.data ? <LawFoot law={query.data.judgedBy} link={linkToLaw} /> : null}
      </Page>
    </div>
  );
}

type OfPartProps = Omit<ComponentProps<typeof PermissionCard>, 'permission' | 'called' | 'hasOthers'> & {
  called: (permission: Permission) => string;
  hasOthers: (permission: Permission) => boolean;
  part: Part;
  permissions: readonly Permission[];
};

function OfPart({ part, permissions, called, hasOthers, ...rest }: OfPartProps) {
  const states = useWords('states');
  const t = useWords('permissions');
  if (permissions.length === 0) return null;
  const title = part === 'waiting' ? t('waiting') : states(`permission.${part}`);
  return (
    <Section title={title}>
      <List label={title}>
        {permissions.map((permission) => (
          <PermissionCard
            key={permission.grantId}
            permission={permission}
            called={called(permission)}
            hasOthers={hasOthers(permission)}
            {...rest}
          />
        ))}
      </List>
    </Section>
  );
}
