import { HoldPostInput, type Post } from '@accord/consent';
import { SelectField, Stack, useWords } from '@accord/ui';
import type { Close } from '../../../app/Disclosed.tsx';
import { Form } from '../../../app/Form.tsx';
import { useContractForm } from '../../../app/form.ts';
import { FormButtons } from '../../../app/FormButtons.tsx';
import { useTRPCClient } from '../../../app/trpc.ts';
import { useOwnColleagues } from './useOwnColleagues.ts';

interface ChangeHolderProps {
  post: Post;
  onChanged: (sentence: string) => Promise<void>;
  close: Close;
}

const NOBODY = 'nobody';

/** Somebody else is there from now on, or nobody. */
export function ChangeHolder({ post, onChanged, close }: ChangeHolderProps) {
  const t = useWords('posts');
  const client = useTRPCClient();
  const { nameOf, options } = useOwnColleagues();
  const { postId, name, holder } = post;
  const form = useContractForm({
    initial: { staffId: '' },
    schema: HoldPostInput,
    input: ({ staffId }) => ({ postId, staffId: staffId === NOBODY ? null : staffId }),
    missing: { staffId: t('chooseWho') },
    send: async (input) => {
      await client.posts.hold.mutate(input);
      close();
      await onChanged(
        input.staffId === null
          ? t('emptied', { post: name })
          : t('changed', { post: name, name: nameOf(input.staffId) }),
      );
    },
  });
  return (
    <Form form={form} label={t('changeNamed', { post: name })}>
      <Stack>
        <SelectField
          {...form.field('staffId')}
          label={t('who')}
          hint={t('changeHint')}
          options={[
            { value: '', label: t('chooseWho') },
            ...options.filter(({ value }) => value !== holder?.staffId),
            ...(holder === null ? [] : [{ value: NOBODY, label: t('nobodyNow') }]),
          ]}
        />
      </Stack>
      <FormButtons form={form} send={t('save')} close={close} />
    </Form>
  );
}
