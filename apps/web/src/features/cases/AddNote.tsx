import { AddNoteInput, NOTE_CATEGORIES, type CasePage } from '@accord/cases';
import type { CategoryCode } from '@accord/consent';
import { SelectField, Stack, useWords } from '@accord/ui';
import { useState } from 'react';
import { WouldSee } from '../../app/audience.tsx';
import { Disclosed, type Close } from '../../app/Disclosed.tsx';
import { Form } from '../../app/Form.tsx';
import { FormButtons } from '../../app/FormButtons.tsx';
import { useContractForm } from '../../app/form.ts';
import { useStaff } from '../../app/session.ts';
import { useTRPCClient } from '../../app/trpc.ts';
import { useWantedNote } from '../../app/wanted-note.ts';
import { NO_WORDS, NoteFields, noteWords } from './NoteFields.tsx';

interface AddNoteProps {
  page: CasePage;
  refresh: () => Promise<void>;
}

export function AddNote({ page, refresh }: AddNoteProps) {
  const t = useWords('notes');
  const me = useStaff();
  const [asked, setAsked] = useState(0);
  useWantedNote(page.caseId, () => setAsked((count) => count + 1));
  if (!me) return null;
  const kinds = NOTE_CATEGORIES[me.agency.system].filter((kind) => page.writes.includes(kind));
  const [first] = kinds;
  if (!first) return null;
  return (
    <Disclosed label={t('add')} asked={asked}>
      {(close) => <NoteForm {...{ page, refresh, kinds, first, close }} />}
    </Disclosed>
  );
}

interface NoteFormProps extends AddNoteProps {
  kinds: readonly CategoryCode[];
  first: CategoryCode;
  close: Close;
}

/** Facts, one's own view and the young person's words, apart; and who would see it, above the button. */
function NoteForm({ page: { caseId }, refresh, kinds, first, close }: NoteFormProps) {
  const t = useWords('notes');
  const kindName = useWords('categories');
  const client = useTRPCClient();
  const form = useContractForm({
    initial: { category: first, ...NO_WORDS },
    schema: AddNoteInput,
    input: ({ category, ...words }) => ({ caseId, category, ...noteWords(words) }),
    send: async (input) => {
      await client.cases.addNote.mutate(input);
      await refresh();
      close(t('sent'));
    },
  });
  return (
    <Form form={form} label={t('add')}>
      <Stack>
        <NoteFields field={form.field} />
        <SelectField
          {...form.field('category')}
          label={t('kind')}
          hint={t('kindHint')}
          options={kinds.map((kind) => ({ value: kind, label: kindName(`${kind}.label`) }))}
        />
      </Stack>
      <WouldSee caseId={caseId} category={form.values.category} />
      <FormButtons form={form} send={t('send')} close={close} />
    </Form>
  );
}
