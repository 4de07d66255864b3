import { AnswerInput, AnswerResult, type Comment } from '@accord/protocols';
import { ChooseOne, Stack, TextArea, useWords } from '@accord/ui';
import { Disclosed, type Close } from '../../app/Disclosed.tsx';
import { Form } from '../../app/Form.tsx';
import { FormButtons } from '../../app/FormButtons.tsx';
import { useContractForm } from '../../app/form.ts';
import { useTRPCClient } from '../../app/trpc.ts';
import type { Reading } from './reading.ts';

type AnswerFormProps = Reading & { comment: Comment };

/** A written answer, and what came of it: changed, or not changed because. */
export function AnswerForm(props: AnswerFormProps) {
  const t = useWords('protocols');
  return (
    <Disclosed label={t('answer.add')} name={t('answer.addTo', { number: props.comment.number })} small>
      {(close) => <Fields {...props} close={close} />}
    </Disclosed>
  );
}

function Fields({ comment, page, refresh, close }: AnswerFormProps & { close: Close }) {
  const t = useWords('protocols');
  const client = useTRPCClient();
  const form = useContractForm({
    initial: { result: 'not-changed' as AnswerResult, body: '' },
    schema: AnswerInput,
    input: (values) => ({ protocolId: page.protocolId, commentId: comment.commentId, ...values }),
    send: async (input) => {
      await client.protocols.answer.mutate(input);
      await refresh();
      close(t('answer.sent'));
    },
  });
  return (
    <Form form={form} label={t('answer.addTo', { number: comment.number })}>
      <Stack>
        <ChooseOne
          id={form.fieldId('result')}
          legend={t('answer.result')}
          error={form.error('result')}
          choices={AnswerResult.options.map((value) => ({ value, label: t(`answer.${value}`) }))}
          value={form.values.result}
          onChange={(result) => form.set('result', result)}
        />
        <TextArea {...form.field('body')} label={t('answer.text')} hint={t('answer.textHint')} />
      </Stack>
      <FormButtons form={form} send={t('answer.send')} close={close} small />
    </Form>
  );
}
