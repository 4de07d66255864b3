import { RATINGS } from '@accord/cases';
import { SelectField, TextArea, TextField, useWords } from '@accord/ui';
import type { ReactNode } from 'react';

interface Field {
  id: string;
  value: string;
  error: ReactNode;
  onChange: (event: { currentTarget: { value: string } }) => void;
}

export interface PartValues extends Record<string, string> {
  ownWords: string;
  adultWords: string;
  rating: string;
}

/** What a part says: an optional wording that is empty, and a rating that nobody chose, are left out. */
export const partInput = ({ ownWords, adultWords, rating }: PartValues) => ({
  ownWords,
  ...(adultWords.trim() ? { adultWords } : {}),
  ...(rating ? { rating } : {}),
});

/** The words of a part, theirs first; and, of a need, what is to be done about it. */
export function PartFields({
  field,
  isNeed,
}: {
  field: (name: 'ownWords' | 'adultWords' | 'rating') => Field;
  isNeed: boolean;
}) {
  const t = useWords('needs');
  const common = useWords('common');
  return (
    <>
      <TextField {...field('ownWords')} label={t('ownWords')} hint={t('ownWordsHint')} />
      {isNeed ? (
        <SelectField
          {...field('rating')}
          label={t('rating')}
          options={[
            { value: '', label: t('chooseOne') },
            ...RATINGS.map((value) => ({ value, label: t(`ratings.${value}`) })),
          ]}
        />
      ) : null}
      <TextArea
        {...field('adultWords')}
        label={common('optional', { label: t('adultWords') })}
        hint={t('adultWordsHint')}
        rows={2}
      />
    </>
  );
}
