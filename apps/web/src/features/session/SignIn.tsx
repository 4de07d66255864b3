import { SignInInput } from '@accord/identity';
import { Button, Notice, Page, Stack, TextField, useWords } from '@accord/ui';
import { useQueryClient } from '@tanstack/react-query';
import { Form } from '../../app/Form.tsx';
import { useContractForm } from '../../app/form.ts';
import { useTRPC, useTRPCClient } from '../../app/trpc.ts';

interface SignInProps {
  /** Why this page came up, where there is something to say. */
  note?: string | undefined;
  onDone: () => void;
}

/** Email and password. Nothing here says which of the two was wrong. */
export function SignIn({ note, onDone }: SignInProps) {
  const t = useWords('session');
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  const form = useContractForm({
    initial: { email: '', password: '' },
    schema: SignInInput,
    keepsWords: false,
    input: (values) => values,
    send: async (input) => {
      const me = await client.session.signIn.mutate(input);
      queries.clear();
      queries.setQueryData(trpc.session.me.queryKey(), me);
      onDone();
    },
  });
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Form form={form}>
        {note ? <Notice tone="plum">{note}</Notice> : null}
        <Stack>
          <TextField {...form.field('email')} label={t('email')} type="email" autoComplete="username" />
          <TextField
            {...form.field('password')}
            label={t('password')}
            type="password"
            autoComplete="current-password"
          />
        </Stack>
        <div>
          <Button type="submit" kind="primary" busy={form.busy}>
            {t('send')}
          </Button>
        </div>
      </Form>
    </Page>
  );
}
