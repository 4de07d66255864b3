import { CorrectNoteInput } from '@accord/cases';
import type { CaseId } from '@accord/kernel';
import { useWords } from '@accord/ui';
import type { Close } from '../../app/Disclosed.tsx';
import { Form } from '../../app/Form.tsx';
import { FormButtons } from '../../app/FormButtons.tsx';
import { useContractForm } from '../../app/form.ts';
import { useTRPCClient } from '../../app/trpc.ts';
import type { OpenNote } from './arrange.ts';
import { Conflict } from './Conflict.tsx';
import { NoteFields, type NoteWords, noteWords } from './NoteFields.tsx';
import { useBase } from './useBase.ts';
import css from './case.module.css';

interface CorrectNoteProps {
  caseId: CaseId;
  note: OpenNote;
  refresh: () => Promise<void>;
  close: Close;
}

/** A note, written anew by whoever wrote it: the version before stays. */
export function CorrectNote({ caseId, note, refresh, close }: CorrectNoteProps) {
  const t = useWords('notes');
  const client = useTRPCClient();
  const { revision, opened, hasMoved, guard } = useBase(note, refresh);
  const form = useContractForm({
    initial: valuesOf(opened),
    schema: CorrectNoteInput,
    input: (values) => ({ caseId, itemId: note.itemId, revision, ...noteWords(values) }),
    send: async (input) => {
      await guard(() => client.cases.correctNote.mutate(input));
      await refresh();
      close(t('saved'));
    },
  });
  const theirs = valuesOf(note);
  const differences = (['facts', 'view', 'ownWords'] as const).flatMap((name) =>
    theirs[name] === form.values[name]
      ? []
      : [{ label: t(name), now: theirs[name], yours: form.values[name] }],
  );
  return (
    <Form form={form} label={t('correct')}>
      {hasMoved && !form.busy ? <Conflict changed={note.changed} differences={differences} kept /> : null}
      <p className={css.soft}>{t('correctHint')}</p>
      <NoteFields field={form.field} />
      <FormButtons form={form} send={t('save')} close={close} />
    </Form>
  );
}

function valuesOf({ content: { body } }: OpenNote): NoteWords {
  const { facts, view = '', ownWords = '' } = body;
  return { facts, view, ownWords };
}
