import type { CategoryCode, Permission } from '@accord/consent';
import type { CaseId } from '@accord/kernel';
import { Button, Confirm, Row, Stack, useWords } from '@accord/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { problemOf } from '../../app/problem.ts';
import { useTRPC } from '../../app/trpc.ts';
import { useKindsSentence } from './Kinds.tsx';
import { useOut } from './useOut.ts';
import css from './consent.module.css';

interface StopSharingProps {
  caseId: CaseId;
  permission: Pick<Permission, 'grantId' | 'categories'> & { recipient: { name: string } };
  /** Kinds on it that are not open yet: to stop it is to stop them too. */
  waiting?: readonly CategoryCode[];
  /** What its buttons call it. */
  called: string;
  /** Another permission names the same recipient: all of them can be stopped at once. */
  hasOthers?: boolean;
  onChanged: (sentence: string) => Promise<void>;
}

/** Ends one kind or all of it. It holds from the moment the server has it; sharing again is a new signature. */
export function StopSharing({
  caseId,
  permission,
  waiting = [],
  called,
  hasOthers = false,
  onChanged,
}: StopSharingProps) {
  const t = useWords('permissions');
  const common = useWords('common');
  const problems = useWords('problems');
  const kindName = useWords('categories');
  const sentence = useKindsSentence();
  const outSentence = useOut();
  const trpc = useTRPC();
  const [asked, setAsked] = useState<readonly CategoryCode[] | 'everything' | null>(null);
  const { grantId, categories, recipient } = permission;
  const { name } = recipient;
  const all = [...categories, ...waiting];
  const stop = useMutation(
    trpc.consent.stop.mutationOptions({
      onSuccess: async ({ out }, { categories: some, everything }) => {
        setAsked(null);
        if (everything) return onChanged(`${t('stoppedEverything', { name })} ${outSentence(out)}`);
        const open = (some ?? all).filter((code) => categories.includes(code));
        await onChanged(
          open.length > 0
            ? `${t('stopped', { name, kinds: sentence(open) })} ${outSentence(out)}`
            : t('neverOpened', { name, kinds: sentence(some ?? all) }),
        );
      },
    }),
  );
  const send = (what: readonly CategoryCode[] | 'everything') => {
    if (what === 'everything') stop.mutate({ caseId, grantId, everything: true });
    else stop.mutate({ caseId, grantId, ...(what.length < all.length && { categories: [...what] }) });
  };
  return (
    <>
      {asked ? (
        <Confirm
          question={
            asked === 'everything'
              ? t('askStopEverything', { name })
              : t('askStop', { kinds: sentence(asked), name })
          }
          yes={t('stop')}
          no={common('keep')}
          busy={stop.isPending}
          error={stop.error ? (problemOf(stop.error).sentence ?? problems('offlineTitle')) : undefined}
          onYes={() => send(asked)}
          onNo={() => setAsked(null)}
        />
      ) : null}
      <div hidden={asked !== null}>
        <Stack gap="tight">
          <p className={css.label}>{t('stopKindsHint')}</p>
          <Row>
            {all.length > 1
              ? categories.map((code) => (
                  <Button
                    key={code}
                    kind="stop"
                    small
                    aria-label={t('stopOne', { kind: kindName(`${code}.label`), name: called })}
                    onClick={() => setAsked([code])}
                  >
                    {t('stopKind', { kind: kindName(`${code}.label`) })}
                  </Button>
                ))
              : null}
            <Button
              kind="stop"
              small
              aria-label={t('stopKinds', { name: called })}
              onClick={() => setAsked(all)}
            >
              {t('stopAll')}
            </Button>
            {hasOthers ? (
              <Button kind="stop" small onClick={() => setAsked('everything')}>
                {t('stopEverything', { name })}
              </Button>
            ) : null}
          </Row>
        </Stack>
      </div>
    </>
  );
}
