import type { PolicyCaseId } from '@accord/consent';
import { Button, Confirm, useWords } from '@accord/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { problemOf } from '../../../app/problem.ts';
import { useTRPC } from '../../../app/trpc.ts';

interface RemoveCaseProps {
  policyCaseId: PolicyCaseId;
  name: string;
  onChanged: (sentence: string) => Promise<void>;
}

/** Takes a saved case away, after one more question. */
export function RemoveCase({ policyCaseId, name, onChanged }: RemoveCaseProps) {
  const t = useWords('tester');
  const problems = useWords('problems');
  const trpc = useTRPC();
  const [asked, setAsked] = useState(false);
  const remove = useMutation(
    trpc.policyCases.remove.mutationOptions({ onSuccess: () => onChanged(t('removed')) }),
  );
  const error = remove.error && (problemOf(remove.error).sentence ?? problems('offlineTitle'));
  return (
    <>
      {asked ? (
        <Confirm
          question={t('removeQuestion', { name })}
          yes={t('removeYes')}
          no={t('removeNo')}
          busy={remove.isPending}
          error={error}
          onYes={() => remove.mutate({ policyCaseId })}
          onNo={() => setAsked(false)}
        />
      ) : null}
      <div hidden={asked}>
        <Button
          small
          kind="quiet"
          aria-label={t('removeNamed', { name })}
          onClick={() => {
            remove.reset();
            setAsked(true);
          }}
        >
          {t('remove')}
        </Button>
      </div>
    </>
  );
}
