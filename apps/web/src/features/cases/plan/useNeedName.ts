import type { ItemId } from '@accord/kernel';
import { useLanguage } from '@accord/ui';
import { entryOf, isOpenPart, type Part } from './parts.ts';

/** What the need is called that a goal is toward; null for a reader who does not have it. */
export function useNeedName(parts: readonly Part[]): (needId: ItemId | null) => string | null {
  const language = useLanguage();
  const names = new Map(
    parts.filter(isOpenPart).flatMap((part) => {
      const entry = entryOf(part);
      return entry ? [[part.itemId, entry.name[language]]] : [];
    }),
  );
  return (needId) => (needId ? (names.get(needId) ?? null) : null);
}
