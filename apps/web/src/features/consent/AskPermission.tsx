import type { CaseId } from '@accord/kernel';
import { LoadingSkeleton, Page, useWords } from '@accord/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Loaded } from '../../app/Loaded.tsx';
import { askAgain } from '../../app/queries.ts';
import { NotShared } from '../../app/routeStates.tsx';
import { useStaff } from '../../app/session.ts';
import { useTRPC, useTRPCClient } from '../../app/trpc.ts';
import { useNotShared } from '../../app/useNotShared.ts';
import type { Draft } from './draft.ts';
import { Handover } from './Handover.tsx';
import { PrepareForm, type Prefill } from './PrepareForm.tsx';
import { Preview } from './Preview.tsx';
import { majorityOf } from './signers/majority.ts';

interface AskPermissionProps {
  caseId: CaseId;
  /** What the form starts from: a draft of who sees what, or somebody's ask. */
  prefill?: Prefill | undefined;
  above: ReactNode;
  onDone: () => void;
}

/**
 * Prepare, look at what the recipient would see, then hand the screen to the young person. For whoever's agency
 * holds something of the case; for everybody else there is no such page.
 */
export function AskPermission({ caseId, prefill, above, onDone }: AskPermissionProps) {
  const t = useWords('permissions');
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  const me = useStaff();
  // Who sees what tells whether one may ask here, and the code name; reading it opens no case.
  const grid = useQuery({ ...trpc.consent.whoSeesWhat.queryOptions({ caseId }), retryOnMount: false });
  const notShared = useNotShared(grid);
  const code = grid.data?.codeName ?? t('form.theYoungPerson');
  const signers = useQuery(trpc.consent.signers.queryOptions({ caseId }));
  const majority = signers.data ? majorityOf(signers.data) : null;
  const majorityOn = majority?.is === 'near' ? majority.on : null;
  const colleagues = useQuery(trpc.identity.colleagues.queryOptions());
  const [draft, setDraft] = useState<Draft | null>(null);
  const [handed, setHanded] = useState(false);

  /** Going back to the form takes the draft back with it: the next one is prepared anew. */
  async function change(): Promise<void> {
    if (draft) await client.consent.discard.mutate({ caseId, grantId: draft.grantId });
    setDraft(null);
  }

  if (notShared) return <NotShared />;
  return (
    <>
      {/* The form stays as it was filled in while the preview stands in front of it. */}
      <div hidden={draft !== null}>
        <Page title={t('form.title')} above={above} lead={t('form.lead', { code })}>
          <Loaded query={colleagues} lines={6}>
            {({ agencies }) =>
              grid.isPending ? (
                <LoadingSkeleton lines={6} />
              ) : (
                <PrepareForm
                  caseId={caseId}
                  prefill={prefill}
                  code={code}
                  terms={grid.data?.dataTerms ? { owner: grid.data.owner, terms: grid.data.dataTerms } : null}
                  majorityOn={majorityOn}
                  agencies={agencies}
                  ownAgencyId={me?.agency.agencyId}
                  onPrepare={async (input, recipient) => {
                    const { grantId, preview, law } = await client.consent.prepare.mutate(input);
                    await askAgain(queries, trpc.consent.list.queryKey({ caseId }));
                    setDraft({
                      ...input,
                      grantId,
                      preview,
                      law,
                      recipient,
                      startsOn: input.fromMajority ? majorityOn : null,
                    });
                  }}
                />
              )
            }
          </Loaded>
        </Page>
      </div>
      {draft ? (
        <Preview
          draft={draft}
          code={code}
          above={above}
          onHandOver={() => setHanded(true)}
          onChange={change}
          onKeep={onDone}
        />
      ) : null}
      {draft && handed ? <Handover draft={draft} onDone={onDone} /> : null}
    </>
  );
}
