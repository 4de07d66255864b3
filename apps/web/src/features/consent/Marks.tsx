import { codesOf, INITIALLED, maskOf, type CategoryCode } from '@accord/consent';
import { ChooseMany, Notice, useWords } from '@accord/ui';
import { useKindsSentence } from './Kinds.tsx';

/** The kinds on a paper that each need a mark of their own. */
export const markedKinds = (categories: readonly CategoryCode[]): CategoryCode[] =>
  codesOf(maskOf(categories) & INITIALLED);

interface MarksProps {
  id: string;
  /** Whose they would be, where several papers are signed at once. */
  of?: string;
  kinds: readonly CategoryCode[];
  value: readonly CategoryCode[];
  onChange: (marked: CategoryCode[]) => void;
}

/** One mark for each of the more private kinds. What has none stays closed, and that is said before signing. */
export function Marks({ id, of, kinds, value, onChange }: MarksProps) {
  const t = useWords('handover');
  const names = useWords('categories');
  const sentence = useKindsSentence();
  const unmarked = kinds.filter((code) => !value.includes(code));
  return (
    <div>
      <ChooseMany
        id={id}
        legend={t('sign.marks')}
        hint={of ? t('again.marksOf', { name: of }) : t('sign.marksHint')}
        choices={kinds.map((code) => ({
          value: code,
          label: names(`${code}.label`),
          hint: names(`${code}.hint`),
        }))}
        value={value}
        onChange={onChange}
      />
      <div aria-live="polite">
        {unmarked.length > 0 ? (
          <Notice tone="care">{t('sign.unmarked', { kinds: sentence(unmarked) })}</Notice>
        ) : null}
      </div>
    </div>
  );
}
