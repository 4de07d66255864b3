import { NameReaderInput, TranslateInput } from '@accord/protocols';
import type { ProtocolId } from '@accord/kernel';
import { Notice, Section, Stack, TextField, useWords } from '@accord/ui';
import type { ReactNode } from 'react';
import { Disclosed, type Close } from '../../../app/Disclosed.tsx';
import { Form } from '../../../app/Form.tsx';
import { FormButtons } from '../../../app/FormButtons.tsx';
import { useContractForm } from '../../../app/form.ts';
import { useTRPCClient } from '../../../app/trpc.ts';
import { day } from '../../../app/when.ts';
import type { Reading } from '../reading.ts';

type TranslatingProps = Reading & { linkTo: (protocolId: ProtocolId, label: string) => ReactNode };

/** A text in its other language: begun from the original, read beside it by somebody who is named. */
export function Translating({ page, refresh, linkTo }: TranslatingProps) {
  const t = useWords('texts');
  const { translation, translations, may } = page;
  const [there] = translations;
  if (!translation && !there && !may.includes('translate')) return null;
  return (
    <Section title={t('translation.title')}>
      {translation ? <OfOriginal page={page} refresh={refresh} linkTo={linkTo} /> : null}
      {there ? <p>{linkTo(there.protocolId, t('translation.open'))}</p> : null}
      {may.includes('translate') ? (
        <Disclosed label={t(there ? 'translation.next' : 'translation.begin')}>
          {(close) => <Begin page={page} refresh={refresh} close={close} />}
        </Disclosed>
      ) : null}
    </Section>
  );
}

function OfOriginal({ page, refresh, linkTo }: TranslatingProps) {
  const t = useWords('texts');
  const { translation, may } = page;
  if (!translation) return null;
  const { of, ofVersion, isBehind, originalIsPublished, reader } = translation;
  return (
    <Stack gap="tight">
      <p>
        {t('translation.of', { version: ofVersion })} {linkTo(of, t('translation.original'))}
      </p>
      {isBehind ? <Notice tone="care">{t('translation.behind')}</Notice> : null}
      {originalIsPublished ? null : <p>{t('translation.unpublished')}</p>}
      {reader ? (
        <p>{t('translation.reader', { ...reader, day: day(reader.at) })}</p>
      ) : (
        <p>{t('translation.noReader')}</p>
      )}
      {may.includes('name-reader') ? (
        <Disclosed label={t('translation.nameReader')}>
          {(close) => <NameReader page={page} refresh={refresh} close={close} />}
        </Disclosed>
      ) : null}
    </Stack>
  );
}

type FormProps = Reading & { close: Close };

function Begin({ page: { protocolId, version, translations, title }, refresh, close }: FormProps) {
  const t = useWords('texts');
  const client = useTRPCClient();
  const isNext = translations.length > 0;
  const form = useContractForm({
    // An existing translation keeps its title: what is sent here is not read.
    initial: { title: isNext ? title : '' },
    schema: TranslateInput,
    input: (values) => ({ protocolId, version, ...values }),
    send: async (input) => {
      await client.protocols.translate.mutate(input);
      await refresh();
      close(t('translation.begun'));
    },
  });
  return (
    <Form form={form} label={t('translation.begin')}>
      {isNext ? null : (
        <TextField {...form.field('title')} label={t('translation.name')} autoComplete="off" />
      )}
      <FormButtons form={form} send={t(isNext ? 'translation.sendNext' : 'translation.send')} close={close} />
    </Form>
  );
}

function NameReader({ page: { protocolId, version }, refresh, close }: FormProps) {
  const t = useWords('texts');
  const client = useTRPCClient();
  const form = useContractForm({
    initial: { name: '', capacity: '' },
    schema: NameReaderInput,
    input: (values) => ({ protocolId, version, ...values }),
    send: async (input) => {
      await client.protocols.nameReader.mutate(input);
      await refresh();
      close(t('translation.named'));
    },
  });
  return (
    <Form form={form} label={t('translation.nameReader')}>
      <Stack>
        <TextField {...form.field('name')} label={t('translation.readerName')} autoComplete="off" />
        <TextField
          {...form.field('capacity')}
          label={t('translation.readerCapacity')}
          hint={t('translation.readerCapacityHint')}
          autoComplete="off"
        />
      </Stack>
      <FormButtons form={form} send={t('translation.nameSend', { version })} close={close} />
    </Form>
  );
}
