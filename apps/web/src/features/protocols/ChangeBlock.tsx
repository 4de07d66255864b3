import { ChangeInput, type Block } from '@accord/protocols';
import { Stack, TextArea, TextField, useAnnounce, useWords } from '@accord/ui';
import { AskFirst } from '../../app/AskFirst.tsx';
import { Disclosed, type Close } from '../../app/Disclosed.tsx';
import { Form } from '../../app/Form.tsx';
import { FormButtons } from '../../app/FormButtons.tsx';
import { useContractForm } from '../../app/form.ts';
import { useTRPCClient } from '../../app/trpc.ts';
import css from './protocols.module.css';
import type { Reading } from './reading.ts';
import { ReadingMeter } from './texts/ReadingMeter.tsx';

type ChangeBlockProps = Reading & { block: Block };

/** What its keepers can do with a paragraph. Each of it makes a new draft. */
export function ChangeBlock(props: ChangeBlockProps) {
  const t = useWords('protocols');
  const { number, heading, body } = props.block;
  const isTranslation = props.page.translation !== null;
  return (
    <div className={css.tools}>
      <Disclosed label={t('change.reword')} name={t('change.rewordNamed', { number })} kind="quiet" small>
        {(close) => <BlockForm {...props} is="reword" initial={{ heading, body }} close={close} />}
      </Disclosed>
      {/* A translation has the paragraphs of its original. */}
      {isTranslation ? null : (
        <Disclosed
          label={t('change.addAfter')}
          name={t('change.addAfterNamed', { number })}
          kind="quiet"
          small
        >
          {(close) => <BlockForm {...props} is="add" initial={{ heading: '', body: '' }} close={close} />}
        </Disclosed>
      )}
      {!isTranslation && props.page.blocks.length > 1 ? <RemoveBlock {...props} /> : null}
    </div>
  );
}

interface BlockFormProps extends ChangeBlockProps {
  is: 'reword' | 'add';
  initial: { heading: string; body: string };
  close: Close;
}

function BlockForm({ block: { blockId, number }, page, refresh, is, initial, close }: BlockFormProps) {
  const t = useWords('protocols');
  const client = useTRPCClient();
  const { protocolId, version, kind, language, translation } = page;
  const original = translation?.original.find((each) => each.blockId === blockId);
  const form = useContractForm({
    initial,
    schema: ChangeInput,
    input: (values) => ({
      protocolId,
      version,
      is,
      ...(is === 'add' ? { after: blockId } : { blockId }),
      ...values,
    }),
    send: async (input) => {
      const saved = await client.protocols.change.mutate(input);
      await refresh();
      close(t('change.saved', saved));
    },
  });
  return (
    <Form form={form} label={t(is === 'add' ? 'change.addAfterNamed' : 'change.rewordNamed', { number })}>
      <Stack>
        <TextField {...form.field('heading')} label={t('change.heading')} />
        <TextArea {...form.field('body')} label={t('change.body')} hint={t('change.hint')} />
        <ReadingMeter body={form.values.body} kind={kind} language={language} original={original?.body} />
      </Stack>
      <FormButtons form={form} send={t('change.save')} close={close} small />
    </Form>
  );
}

function RemoveBlock({ block: { blockId, number }, page, refresh }: ChangeBlockProps) {
  const t = useWords('protocols');
  const announce = useAnnounce();
  const client = useTRPCClient();
  const { protocolId, version } = page;
  return (
    <AskFirst
      label={t('change.remove')}
      name={t('change.removeNamed', { number })}
      question={t('change.askRemove', { number })}
      onYes={async () => {
        const saved = await client.protocols.change.mutate({ protocolId, version, is: 'remove', blockId });
        await refresh();
        announce(t('change.saved', saved));
      }}
    />
  );
}
