import type { CaseItem } from '@accord/cases';
import { Stub, useWords } from '@accord/ui';

/** What stands where an item is there and cannot be read: on its way, or not shared. */
export function Closed({ item }: { item: CaseItem }) {
  const t = useWords('cases');
  const kinds = useWords('categories');
  if (item.content.is === 'preparing') return <Stub>{t('item.preparing', { owner: item.owner })}</Stub>;
  const [first] = item.categories;
  return first ? <Stub>{t('item.closed', { kind: kinds(`${first}.label`) })}</Stub> : null;
}
