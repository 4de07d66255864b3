import type { PackagePreview } from '@accord/cases';
import { useWords } from '@accord/ui';
import type { ReactNode } from 'react';
import { listed } from '../../../app/when.ts';
import { onPaper } from './on-paper.ts';
import css from './packages.module.css';

type Item = Omit<PackagePreview['items'][number], 'heldOut'>;

interface ItemListProps<One extends Item> {
  label: string;
  items: readonly One[];
  /** What stands below an item: why it is held out, or the digest of what went out of it. */
  below?: (item: One) => ReactNode;
}

/** Items of the reader's agency by kind, day and number: no text of them. */
export function ItemList<One extends Item>({ label, items, below }: ItemListProps<One>) {
  const t = useWords('packages');
  const kinds = useWords('categories');
  const states = useWords('states');
  return (
    <ul className={css.items} aria-label={label}>
      {items.map((item) => (
        <li key={item.itemId}>
          <span>
            <strong>{states(`item.${item.kind}`)}</strong>, {onPaper(item.at)}
          </span>
          <span>{listed(item.kinds.map((code) => kinds(`${code}.label`)))}</span>
          {below?.(item)}
          <span className={css.id}>{t('items.id', { id: item.itemId })}</span>
        </li>
      ))}
    </ul>
  );
}
