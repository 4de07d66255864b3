import { TextArea, useWords } from '@accord/ui';
import type { ReactNode } from 'react';

/** As the fields of a form hold them. */
export const NO_WORDS = { facts: '', view: '', ownWords: '' };
export type NoteWords = typeof NO_WORDS;

interface NoteFieldsProps {
  field: (name: keyof NoteWords) => {
    id: string;
    value: string;
    error: ReactNode;
    onChange: (event: { currentTarget: { value: string } }) => void;
  };
}

/** Facts, one's own view and the young person's words, apart. */
export function NoteFields({ field }: NoteFieldsProps) {
  const t = useWords('notes');
  const common = useWords('common');
  const optional = (label: string) => common('optional', { label });
  return (
    <>
      <TextArea {...field('facts')} label={t('facts')} hint={t('factsHint')} />
      <TextArea {...field('view')} label={optional(t('view'))} hint={t('viewHint')} rows={2} />
      <TextArea {...field('ownWords')} label={optional(t('ownWords'))} hint={t('ownWordsHint')} rows={2} />
    </>
  );
}

/** What is sent: a field that holds only blanks is left out. */
export function noteWords({ facts, view, ownWords }: NoteWords) {
  return { facts, ...(view.trim() ? { view } : {}), ...(ownWords.trim() ? { ownWords } : {}) };
}
