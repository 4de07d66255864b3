import type { CategoryCode, Permission } from '@accord/consent';
import type { CaseId } from '@accord/kernel';
import { Button, Confirm, Row, Stack, useWords } from '@accord/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { problemOf } from '../../app/problem.ts';
import { useTRPC } from '../../app/trpc.ts';
import { useKindsSentence } from './Kinds.tsx';
import css from './consent.module.css';

interface StopSharingProps {
  caseId: CaseId;
  permission: Pick<Permission, 'grantId' | 'categories'> & { recipient: { name: string } };
  /** What its buttons call it. */
  called: string;
  onChanged: (sentence: string) => Promise<void>;
}

/** Ends one kind or all of it. It holds from the moment the server has it; sharing again is a new signature. */
export function StopSharing({ caseId, permission, called, onChanged }: StopSharingProps) {
  const t = useWords('permissions');
  const common = useWords('common');
  const problems = useWords('problems');
  const kindName = useWords('categories');
  const sentence = useKindsSentence();
  const trpc = useTRPC();
  const [asked, setAsked] = useState<readonly CategoryCode[] | null>(null);
  const { grantId, categories, recipient } = permission;
  const { name } = recipient;
  const stop = useMutation(
    trpc.consent.stop.mutationOptions({
      onSuccess: async (_answer, { categories: some }) => {
        setAsked(null);
        await onChanged(t('stopped', { name, kinds: sentence(some ?? categories) }));
      },
    }),
  );
  const whole = asked?.length === categories.length;
  return (
    <>
      {asked ? (
        <Confirm
          question={t('askStop', { kinds: sentence(asked), name })}
          yes={t('stop')}
          no={common('keep')}
          busy={stop.isPending}
          error={stop.error ? (problemOf(stop.error).sentence ?? problems('offlineTitle')) : undefined}
          onYes={() => stop.mutate({ caseId, grantId, ...(whole ? {} : { categories: [...asked] }) })}
          onNo={() => setAsked(null)}
        />
      ) : null}
      <div hidden={asked !== null}>
        <Stack gap="tight">
          <p className={css.label}>{t('stopKindsHint')}</p>
          <Row>
            {categories.length > 1
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
              onClick={() => setAsked(categories)}
            >
              {t('stopAll')}
            </Button>
          </Row>
        </Stack>
      </div>
    </>
  );
}
