import type { Authority } from '@accord/consent';
import type { CaseId } from '@accord/kernel';
import { Button, Confirm, Row, Stack, useWords } from '@accord/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { problemOf } from '../../../app/problem.ts';
import { Trouble } from '../../../app/Trouble.tsx';
import { useTRPC } from '../../../app/trpc.ts';
import css from '../consent.module.css';

interface ChangeSignerProps {
  caseId: CaseId;
  authority: Authority;
  who: string;
  code: string;
  onChanged: (sentence: string) => Promise<void>;
}

type Asked = 'agree' | 'exclude' | 'end';

/** What can be done about one signer now; what closes or opens a door asks once more. */
export function ChangeSigner({ caseId, authority, who, code, onChanged }: ChangeSignerProps) {
  const t = useWords('signers');
  const common = useWords('common');
  const problems = useWords('problems');
  const trpc = useTRPC();
  const [asked, setAsked] = useState<Asked | null>(null);
  const { authorityId, capacity, excluded, mayContact, isOver } = authority;
  const done = (sentence: string) => ({
    onSuccess: async () => {
      setAsked(null);
      await onChanged(sentence);
    },
  });
  const agree = useMutation(trpc.consent.agreeContact.mutationOptions(done(t('agree.done', { who }))));
  const exclude = useMutation(trpc.consent.excludeSigner.mutationOptions(done(t('exclude.done', { who }))));
  const end = useMutation(trpc.consent.endSigner.mutationOptions(done(t('end.done', { who }))));
  const letSign = useMutation(trpc.consent.letSign.mutationOptions(done(t('let.done', { who }))));
  const changes = { agree, exclude, end };
  const input = { caseId, authorityId };
  const isAdult = capacity !== 'young-person';
  const button = (what: Asked, kind?: 'stop') => (
    <Button
      kind={kind}
      small
      aria-label={t('buttonNamed', { button: t(`${what}.button`), who })}
      onClick={() => {
        changes[what].reset();
        setAsked(what);
      }}
    >
      {t(`${what}.button`)}
    </Button>
  );
  if (excluded === 'young_person') return null;
  if (excluded) {
    return (
      <Stack gap="tight">
        <p className={css.label}>{t('let.hint', { code })}</p>
        <div>
          <Button
            small
            busy={letSign.isPending}
            aria-label={t('buttonNamed', { button: t('let.button'), who })}
            onClick={() => letSign.mutate(input)}
          >
            {t('let.button')}
          </Button>
        </div>
        {letSign.error ? <Trouble error={letSign.error} onRetry={() => letSign.mutate(input)} /> : null}
      </Stack>
    );
  }
  const { error, isPending } = asked ? changes[asked] : { error: null, isPending: false };
  const mayAgree = isAdult && !mayContact && !isOver;
  return (
    <>
      {asked ? (
        <Confirm
          question={t(`${asked}.ask`, { who, code })}
          yes={t(`${asked}.yes`)}
          no={asked === 'agree' ? t('agree.no') : common('keep')}
          calm={asked === 'agree'}
          busy={isPending}
          error={error ? (problemOf(error).sentence ?? problems('offlineTitle')) : undefined}
          onYes={() => changes[asked].mutate(input)}
          onNo={() => setAsked(null)}
        />
      ) : null}
      <div hidden={asked !== null}>
        <Stack gap="tight">
          {mayAgree ? <p className={css.label}>{t('agree.hint', { code })}</p> : null}
          <Row>
            {mayAgree ? button('agree') : null}
            {isAdult ? button('exclude', 'stop') : null}
            {isOver ? null : button('end')}
          </Row>
        </Stack>
      </div>
    </>
  );
}
