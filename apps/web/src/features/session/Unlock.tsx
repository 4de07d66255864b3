import { UnlockInput } from '@accord/identity';
import { Button, Page, Row, TextField, useAnnounce, useWords } from '@accord/ui';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { StaffClient } from '../../app/client.ts';
import { Form } from '../../app/Form.tsx';
import { useContractForm } from '../../app/form.ts';
import type { Who } from '../../app/lock.ts';
import { problemOf } from '../../app/problem.ts';
import type { Me } from '../../app/session.ts';
import { Trouble } from '../../app/Trouble.tsx';
import { forgetUnsent } from '../../app/unsent.ts';

interface UnlockProps {
  who: Who | null;
  calls: StaffClient;
  /** Settles when the server is not being told of the lock any more: a late word would lock again. */
  told: () => Promise<void>;
  onOpen: (me: Me) => Promise<void>;
}

/** Who is asked, and how they show who they are: the password, or one click in the demo. It says nothing of the page. */
export function Unlock({ who, calls, told, onOpen }: UnlockProps) {
  const t = useWords('session');
  const frame = useWords('frame');
  const announce = useAnnounce();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector<HTMLElement>('input, button')?.focus(), []);
  const open = async (answer: Promise<Me>) => {
    const reading = onOpen(await answer);
    announce(t('lock.opened'));
    await reading;
  };
  const inDemo = useMutation({
    mutationFn: async () => {
      await told();
      await open(calls.demo.unlock.mutate());
    },
  });
  const form = useContractForm({
    initial: { password: '' },
    schema: UnlockInput,
    keepsWords: false,
    input: (values) => values,
    send: async (input) => {
      await told();
      await open(calls.session.unlock.mutate(input));
    },
  });
  const leave = useMutation({
    mutationFn: () => calls.session.signOut.mutate(),
    // A page that forgets: nothing of whoever was here stays in memory.
    onSuccess: () => {
      forgetUnsent();
      window.location.assign('/');
    },
  });
  const over = [inDemo.error, form.problem].some((error) => error && codeOf(error) === 'SIGN_IN_FIRST');
  return (
    <div ref={box}>
      <Page
        title={t('lock.title')}
        lead={
          <>
            {who ? <p>{t('lock.as', { name: who.name })}</p> : null}
            <p>{over ? t('lock.over') : t('lock.kept')}</p>
          </>
        }
      >
        {over ? (
          <Row>
            <Button kind="primary" onClick={() => window.location.assign(signInHere())}>
              {t('lock.signIn')}
            </Button>
          </Row>
        ) : who?.demo ? (
          <>
            <Row>
              <Button kind="primary" busy={inDemo.isPending} onClick={() => inDemo.mutate()}>
                {t('lock.continueAs', { name: who.name })}
              </Button>
              <SignOut label={frame('signOut')} busy={leave.isPending} onClick={() => leave.mutate()} />
            </Row>
            {inDemo.error ? <Trouble error={inDemo.error} onRetry={() => inDemo.mutate()} /> : null}
          </>
        ) : (
          <Form form={form} label={t('lock.title')}>
            <TextField
              {...form.field('password')}
              label={t('password')}
              type="password"
              autoComplete="current-password"
            />
            <Row>
              <Button type="submit" kind="primary" busy={form.busy}>
                {t('lock.unlock')}
              </Button>
              <SignOut label={frame('signOut')} busy={leave.isPending} onClick={() => leave.mutate()} />
            </Row>
          </Form>
        )}
        {leave.error ? <Trouble error={leave.error} onRetry={() => leave.mutate()} /> : null}
      </Page>
    </div>
  );
}

function SignOut({ label, busy, onClick }: { label: string; busy: boolean; onClick: () => void }) {
  return (
    <Button kind="quiet" busy={busy} onClick={onClick}>
      {label}
    </Button>
  );
}

const codeOf = (error: unknown) =>
  error instanceof Error ? problemOf(error).code : (error as { code: string }).code;

/** The page itself is where one comes back to. */
function signInHere(): string {
  const to = `${window.location.pathname}${window.location.search}`;
  return `/sign-in?${new URLSearchParams({ to })}`;
}
