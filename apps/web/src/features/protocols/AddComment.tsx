import { CommentInput, CommentKind, type Block } from '@accord/protocols';
import { Button, Icon, Row, Stack, TextArea, useWords } from '@accord/ui';
import { useId, useRef } from 'react';
import { Disclosed, type Close } from '../../app/Disclosed.tsx';
import { Form } from '../../app/Form.tsx';
import { useContractForm } from '../../app/form.ts';
import { useTRPCClient } from '../../app/trpc.ts';
import css from './protocols.module.css';
import type { Reading } from './reading.ts';

type AddCommentProps = Reading & { block: Block };

export function AddComment(props: AddCommentProps) {
  const t = useWords('protocols');
  return (
    <Disclosed
      label={t('comment.add')}
      name={t('comment.addTo', { number: props.block.number })}
      kind="quiet"
      small
    >
      {(close) => <CommentForm {...props} close={close} />}
    </Disclosed>
  );
}

/** The words, and then one button for each kind: what it is, is chosen by sending it. */
function CommentForm({ block, page, refresh, close }: AddCommentProps & { close: Close }) {
  const t = useWords('protocols');
  const common = useWords('common');
  const client = useTRPCClient();
  const label = useId();
  const kind = useRef<CommentKind>('question');
  const { protocolId, version } = page;
  const form = useContractForm({
    initial: { body: '' },
    schema: CommentInput,
    input: ({ body }) => ({ protocolId, version, blockId: block.blockId, kind: kind.current, body }),
    send: async (input) => {
      await client.reviews.comment.mutate(input);
      await refresh();
      close(t('comment.sent'));
    },
  });
  return (
    <Form form={form} label={t('comment.addTo', { number: block.number })}>
      <TextArea
        {...form.field('body')}
        label={t('comment.text', { number: block.number })}
        hint={t('comment.textHint')}
      />
      <Stack gap="tight">
        <p className={css.label} id={label}>
          {t('comment.sendAs')}
        </p>
        <div className={css.kinds} role="group" aria-labelledby={label}>
          {CommentKind.options.map((each) => (
            <Button
              key={each}
              type="submit"
              small
              busy={form.busy}
              icon={<Icon name={each} size={18} />}
              onClick={() => {
                kind.current = each;
              }}
            >
              {t(`comment.${each}`)}
            </Button>
          ))}
        </div>
        <p className={css.soft}>{t('comment.objectionHint')}</p>
      </Stack>
      <Row>
        <Button kind="quiet" small onClick={() => close()}>
          {common('cancel')}
        </Button>
      </Row>
    </Form>
  );
}
