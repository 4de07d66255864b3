import { NamePostInput } from '@accord/consent';
import { Button, Row, SelectField, Stack, TextField, useWords } from '@accord/ui';
import { Form } from '../../../app/Form.tsx';
import { useContractForm } from '../../../app/form.ts';
import { useTRPCClient } from '../../../app/trpc.ts';
import { useOwnColleagues } from './useOwnColleagues.ts';

/** A new post, with whoever holds it now. */
export function NamePost({ onChanged }: { onChanged: (sentence: string) => Promise<void> }) {
  const t = useWords('posts');
  const client = useTRPCClient();
  const { options } = useOwnColleagues();
  const form = useContractForm({
    initial: { name: '', staffId: '' },
    schema: NamePostInput,
    input: (values) => values,
    missing: { staffId: t('chooseWho') },
    send: async (input) => {
      await client.posts.name.mutate(input);
      form.reset();
      await onChanged(t('added', { post: input.name }));
    },
  });
  return (
    <Form form={form} label={t('add')}>
      <Stack>
        <TextField {...form.field('name')} label={t('name')} hint={t('nameHint')} autoComplete="off" />
        <SelectField
          {...form.field('staffId')}
          label={t('who')}
          options={[{ value: '', label: t('chooseWho') }, ...options]}
        />
      </Stack>
      <Row>
        <Button type="submit" kind="primary" busy={form.busy}>
          {t('add')}
        </Button>
      </Row>
    </Form>
  );
}
