import type { AdultSignature, Permission } from '@accord/consent';
import type { CaseId } from '@accord/kernel';
import { Button, Confirm, useWords } from '@accord/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { problemOf } from '../../../app/problem.ts';
import { useTRPC } from '../../../app/trpc.ts';
import { useKindsSentence } from '../Kinds.tsx';

interface WithdrawProps {
  caseId: CaseId;
  permission: Permission;
  adult: AdultSignature;
  /** What its buttons call the permission. */
  called: string;
  onChanged: (sentence: string) => Promise<void>;
}

/** An adult takes their signature back, however they said so: what needed it closes, and no reason is asked. */
export function Withdraw({ caseId, permission, adult, called, onChanged }: WithdrawProps) {
  const t = useWords('countersign');
  const common = useWords('common');
  const problems = useWords('problems');
  const relations = useWords('signers');
  const kinds = useKindsSentence();
  const trpc = useTRPC();
  const [asked, setAsked] = useState(false);
  const { grantId, recipient, categories } = permission;
  const who = relations(`relation.${adult.relation}`);
  const withdraw = useMutation(
    trpc.consent.withdraw.mutationOptions({
      onSuccess: async (after) => {
        setAsked(false);
        const closed = categories.filter((code) => !after.categories.includes(code));
        await onChanged(
          closed.length > 0
            ? t('closed', { name: recipient.name, kinds: kinds(closed) })
            : t('nothingClosed'),
        );
      },
    }),
  );
  return (
    <>
      {asked ? (
        <Confirm
          question={t('ask', { who })}
          yes={t('yes')}
          no={common('keep')}
          busy={withdraw.isPending}
          error={
            withdraw.error ? (problemOf(withdraw.error).sentence ?? problems('offlineTitle')) : undefined
          }
          onYes={() => withdraw.mutate({ caseId, grantId, capacity: adult.capacity })}
          onNo={() => setAsked(false)}
        />
      ) : null}
      <div hidden={asked}>
        <Button
          kind="stop"
          small
          aria-label={t('withdrawNamed', { who, name: called })}
          onClick={() => setAsked(true)}
        >
          {t('withdraw')}
        </Button>
      </div>
    </>
  );
}
