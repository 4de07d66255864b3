import { SelectField, TextField, useWords } from '@accord/ui';
import css from './CaseList.module.css';
import type { CasesView } from './choose-cases.ts';

interface CaseFiltersProps {
  view: CasesView;
  onView: (view: CasesView) => void;
  text: string;
  onText: (text: string) => void;
}

/** Which cases, in which order. */
export function CaseFilters({ view, onView, text, onText }: CaseFiltersProps) {
  const t = useWords('cases');
  return (
    <div className={css.filters} role="search">
      <TextField
        id="find-case"
        type="search"
        label={t('list.find')}
        value={text}
        autoComplete="off"
        onChange={(event) => onText(event.currentTarget.value)}
      />
      <SelectField
        id="with"
        label={t('list.with')}
        value={view.with ?? ''}
        options={[
          { value: '', label: t('list.withAll') },
          { value: 'me', label: t('list.withMe') },
          { value: 'others', label: t('list.withOthers') },
        ]}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          onView({ ...view, with: chosen === 'me' || chosen === 'others' ? chosen : undefined });
        }}
      />
      <SelectField
        id="sort"
        label={t('list.sort')}
        value={view.sort ?? ''}
        options={[
          { value: '', label: t('list.sortNewest') },
          { value: 'code', label: t('list.sortCode') },
        ]}
        onChange={(event) =>
          onView({ ...view, sort: event.currentTarget.value === 'code' ? 'code' : undefined })
        }
      />
    </div>
  );
}
