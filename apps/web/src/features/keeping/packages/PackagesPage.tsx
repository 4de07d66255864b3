import type { PackageFile } from '@accord/cases';
import type { CaseId } from '@accord/kernel';
import { EmptyState, List, Notice, Page, Stack, useAnnounce, useWords } from '@accord/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { useFocusRescue } from '../../../app/focus.ts';
import { Loaded } from '../../../app/Loaded.tsx';
import { askAgain } from '../../../app/queries.ts';
import { NotShared } from '../../../app/routeStates.tsx';
import { useTRPC } from '../../../app/trpc.ts';
import { useNotShared } from '../../../app/useNotShared.ts';
import { HandedOut } from './HandedOut.tsx';
import { PackageCard } from './PackageCard.tsx';
import { PreparePackage } from './PreparePackage.tsx';

interface PackagesPageProps {
  caseId: CaseId;
  /** The link back to the case. */
  above: ReactNode;
  /** Links to the pages beside this one. */
  actions: ReactNode;
}

/** Requests for records of one case: what is prepared, approved and handed out, and by whom. */
export function PackagesPage({ caseId, above, actions }: PackagesPageProps) {
  const t = useWords('packages');
  const trpc = useTRPC();
  const queries = useQueryClient();
  const announce = useAnnounce();
  const [file, setFile] = useState<PackageFile | null>(null);
  const query = useQuery({ ...trpc.packages.open.queryOptions({ caseId }), retryOnMount: false });
  const notShared = useNotShared(query);
  const region = useRef<HTMLDivElement>(null);
  useFocusRescue(region);
  const changed = async (sentence?: string) => {
    await askAgain(queries, trpc.packages.open.queryKey({ caseId }));
    if (sentence) announce(sentence);
  };
  if (notShared) return <NotShared />;
  const code = query.data?.codeName;
  return (
    <div ref={region}>
      {file ? (
        <HandedOut file={file} desk={query.data} onChanged={changed} onBack={() => setFile(null)} />
      ) : (
        <Page
          title={code ? t('titleOf', { code }) : t('title')}
          above={above}
          lead={t('lead')}
          actions={actions}
        >
          <Loaded query={query} lines={8}>
            {(desk) => (
              <Stack gap="loose">
                {desk.bare.map(({ number }) => (
                  <Notice key={number} tone="care">
                    {t('bare', { number })}
                  </Notice>
                ))}
                {desk.mayPrepare ? <PreparePackage desk={desk} onChanged={changed} /> : null}
                {desk.packages.length === 0 ? (
                  <EmptyState title={t('emptyTitle')}>{t('empty')}</EmptyState>
                ) : (
                  <List label={t('list')}>
                    {desk.packages.map((one) => (
                      <PackageCard
                        key={one.packageId}
                        one={one}
                        desk={desk}
                        onChanged={changed}
                        onOut={setFile}
                      />
                    ))}
                  </List>
                )}
              </Stack>
            )}
          </Loaded>
        </Page>
      )}
    </div>
  );
}
