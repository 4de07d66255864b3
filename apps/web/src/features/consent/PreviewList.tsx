import { ItemKind } from '@accord/cases';
import type { Prepared } from '@accord/consent';
import { useWords } from '@accord/ui';
import { Kinds } from './Kinds.tsx';
import css from './consent.module.css';

/** The items that the recipient's own page would hold; words only where the one who looks may read them. */
export function PreviewList({ preview }: { preview: Prepared['preview'] }) {
  const t = useWords('permissions');
  const kinds = useWords('states');
  if (preview.length === 0) return <p>{t('preview.empty')}</p>;
  return (
    <ul className={css.preview} aria-label={t('preview.label')}>
      {preview.map(({ itemId, kind, categories, title }) => {
        const known = ItemKind.safeParse(kind).data;
        return (
          <li key={itemId}>
            <span className={css.kind}>{known ? kinds(`item.${known}`) : kind}</span>
            <span>{title ?? t('preview.hidden')}</span>
            <Kinds codes={categories} />
          </li>
        );
      })}
    </ul>
  );
}
