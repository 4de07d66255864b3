import type { CaseId } from '@accord/kernel';
import { Page, useWords } from '@accord/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Loaded } from '../../app/Loaded.tsx';
import { askAgain } from '../../app/queries.ts';
import { useStaff } from '../../app/session.ts';
import { useTRPC, useTRPCClient } from '../../app/trpc.ts';
import type { Draft } from './draft.ts';
import { Handover } from './Handover.tsx';
import { PrepareForm, type Prefill } from './PrepareForm.tsx';
import { Preview } from './Preview.tsx';

interface AskPermissionProps {
  caseId: CaseId;
  /** What the form starts from: a draft of who sees what. */
  prefill?: Prefill | undefined;
  above: ReactNode;
  onDone: () => void;
}

/** Prepare, look at what the recipient would see, then hand the screen to the young person. */
export function AskPermission({ caseId, prefill, above, onDone }: AskPermissionProps) {
  const t = useWords('permissions');
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  const me = useStaff();
  const code = useCodeName(caseId);
  const colleagues = useQuery(trpc.identity.colleagues.queryOptions());
  const [draft, setDraft] = useState<Draft | null>(null);
  const [handed, setHanded] = useState(false);

  /** Going back to the form takes the draft back with it: the next one is prepared anew. */
  async function change(): Promise<void> {
    if (draft) await client.consent.discard.mutate({ caseId, grantId: draft.prepared.grantId });
    setDraft(null);
  }

  return (
    <>
      {/* The form stays as it was filled in while the preview stands in front of it. */}
      <div hidden={draft !== null}>
        <Page title={t('form.title')} above={above} lead={t('form.lead', { code })}>
          <Loaded query={colleagues} lines={6}>
            {({ agencies }) => (
              <PrepareForm
                caseId={caseId}
                prefill={prefill}
                code={code}
                agencies={agencies}
                ownAgencyId={me?.agency.agencyId}
                onPrepare={async (input, recipient) => {
                  const prepared = await client.consent.prepare.mutate(input);
                  await askAgain(queries, trpc.consent.list.queryKey({ caseId }));
                  setDraft({ input, recipient, prepared });
                }}
              />
            )}
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

/** The code name from the list of cases: reading it opens no case. */
function useCodeName(caseId: CaseId): string {
  const t = useWords('permissions');
  const trpc = useTRPC();
  const { data } = useQuery(trpc.cases.list.queryOptions());
  return data?.cases.find((one) => one.caseId === caseId)?.codeName ?? t('form.theYoungPerson');
}
