import type { ProtocolId } from '@accord/kernel';
import { StartInput, type TextKind } from '@accord/protocols';
import { ChooseOne, Stack, TextArea, TextField, useWords } from '@accord/ui';
import { useQueryClient } from '@tanstack/react-query';
import { Disclosed, type Close } from '../../../app/Disclosed.tsx';
import { Form } from '../../../app/Form.tsx';
import { FormButtons } from '../../../app/FormButtons.tsx';
import { useContractForm } from '../../../app/form.ts';
import { useTRPC, useTRPCClient } from '../../../app/trpc.ts';
import { ReadingMeter } from './ReadingMeter.tsx';

/** Begins a text of one's own agency: what it is for, and its first paragraph, measured while it is written. */
export function StartText({ onStarted }: { onStarted: (protocolId: ProtocolId) => void }) {
  const t = useWords('texts');
  return (
    <Disclosed label={t('start.open')}>{(close) => <Start close={close} onStarted={onStarted} />}</Disclosed>
  );
}

function Start({ close, onStarted }: { close: Close; onStarted: (protocolId: ProtocolId) => void }) {
  const t = useWords('texts');
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  const form = useContractForm({
    initial: { kind: 'notice' as TextKind, title: '', heading: '', body: '' },
    schema: StartInput,
    input: (values) => values,
    send: async (input) => {
      const { protocolId } = await client.protocols.start.mutate(input);
      await queries.invalidateQueries({ queryKey: trpc.protocols.pathKey() });
      close(t('start.saved'));
      onStarted(protocolId);
    },
  });
  const { kind, body } = form.values;
  return (
    <Form form={form} label={t('start.open')}>
      <Stack>
        <ChooseOne
          id={form.fieldId('kind')}
          legend={t('start.kind')}
          error={form.error('kind')}
          choices={[
            { value: 'notice', label: t('start.notice') },
            { value: 'permission', label: t('start.permission'), hint: t('start.permissionHint') },
            { value: 'protocol', label: t('start.protocol') },
          ]}
          value={kind}
          onChange={(chosen) => form.set('kind', chosen)}
        />
        <TextField {...form.field('title')} label={t('start.title')} autoComplete="off" />
        <TextField {...form.field('heading')} label={t('start.heading')} autoComplete="off" />
        <TextArea {...form.field('body')} label={t('start.body')} />
        <ReadingMeter body={body} kind={kind} language="en" />
      </Stack>
      <FormButtons form={form} send={t('start.send')} close={close} />
    </Form>
  );
}
