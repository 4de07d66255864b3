import type { PackagePreview } from '@accord/cases';
import { Stack, useWords } from '@accord/ui';
import { ItemList } from './ItemList.tsx';
import css from './packages.module.css';

/** What would be in a package, and what of the agency's own not, with the reason for each. */
export function Preview({ preview: { items } }: { preview: PackagePreview }) {
  const t = useWords('packages');
  const inside = items.filter(({ heldOut }) => heldOut === null);
  const outside = items.filter(({ heldOut }) => heldOut !== null);
  return (
    <Stack>
      <h3>{t('items.in', { count: inside.length })}</h3>
      {inside.length === 0 ? (
        <p className={css.soft}>{t('items.none')}</p>
      ) : (
        <ItemList label={t('items.in', { count: inside.length })} items={inside} />
      )}
      <h3>{t('items.out', { count: outside.length })}</h3>
      {outside.length === 0 ? (
        <p className={css.soft}>{t('items.noneOut')}</p>
      ) : (
        <ItemList
          label={t('items.out', { count: outside.length })}
          items={outside}
          below={({ heldOut }) => (heldOut ? <span>{t(`heldOut.${heldOut}`)}</span> : null)}
        />
      )}
      <p className={css.soft}>{t('items.others')}</p>
    </Stack>
  );
}
