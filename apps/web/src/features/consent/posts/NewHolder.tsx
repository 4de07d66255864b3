import { AnswerIntroductionInput, type IntroductionAnswer, type Permission, TOLD_OF } from '@accord/consent';
import type { CaseId } from '@accord/kernel';
import { Button, Row, SelectField, Stack, useWords } from '@accord/ui';
import { useId, useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { Trouble } from '../../../app/Trouble.tsx';
import { useTRPC } from '../../../app/trpc.ts';
import { useKindsSentence } from '../Kinds.tsx';
import css from '../consent.module.css';

interface NewHolderProps {
  caseId: CaseId;
  permission: Permission;
  code: string;
  maySign: boolean;
  onChanged: (sentence: string) => Promise<void>;
}

/** A permission whose post has somebody new, or nobody: what holds, and where one is told of, their word on that. */
export function NewHolder({ caseId, permission, code, maySign, onChanged }: NewHolderProps) {
  const t = useWords('posts');
  const { recipient, state } = permission;
  const { name, agency, post } = recipient;
  const of = { name, agency, code, post: post ?? '' };
  if (state === 'vacant') {
    return (
      <div>
        <p className={css.label}>{t('waits.vacant', of)}</p>
        <p>{t('waits.vacantNext', of)}</p>
      </div>
    );
  }
  return (
    <Stack gap="tight">
      <p className={css.label}>{t('waits.announced', of)}</p>
      <p>{t('waits.announcedNext', of)}</p>
      <TheirWord {...{ caseId, permission, code, maySign, onChanged }} />
    </Stack>
  );
}

/** How they were told, and what they said: two answers of equal weight. A yes is for whoever could have it signed. */
function TheirWord({ caseId, permission, code, maySign, onChanged }: NewHolderProps) {
  const t = useWords('posts');
  const trpc = useTRPC();
  const sentence = useKindsSentence();
  const id = useId();
  const [told, setTold] = useState('');
  const [isMissing, setMissing] = useState(false);
  const { grantId, recipient } = permission;
  const { name } = recipient;
  const answer = useMutation(
    trpc.posts.answer.mutationOptions({
      onSuccess: ({ opened }, { answer: said }) =>
        onChanged(
          said === 'not-this-person'
            ? t('answer.closed', { name })
            : opened.length > 0
              ? t('answer.opened', { name, kinds: sentence(opened) })
              : t('answer.stays', { name }),
        ),
    }),
  );
  const send = (said: IntroductionAnswer) => {
    const input = AnswerIntroductionInput.safeParse({ caseId, grantId, told, answer: said });
    setMissing(!input.success);
    if (input.success) answer.mutate(input.data);
  };
  return (
    <div role="group" aria-label={t('answer.title', { code, name })}>
      <Stack gap="tight">
        <SelectField
          id={id}
          value={told}
          onChange={(event) => setTold(event.currentTarget.value)}
          error={isMissing ? t('answer.chooseTold') : undefined}
          label={t('answer.told')}
          options={[
            { value: '', label: t('answer.chooseTold') },
            ...TOLD_OF.map((how) => ({ value: how, label: t(`answer.how.${how}`) })),
          ]}
        />
        <Row>
          {maySign ? (
            <Button small busy={answer.isPending} onClick={() => send('fine')}>
              {t('answer.fine')}
            </Button>
          ) : null}
          <Button small busy={answer.isPending} onClick={() => send('not-this-person')}>
            {t('answer.not')}
          </Button>
        </Row>
        <p>{t('answer.notHint')}</p>
        {answer.error ? (
          <Trouble error={answer.error} onRetry={() => answer.mutate(answer.variables)} />
        ) : null}
      </Stack>
    </div>
  );
}
