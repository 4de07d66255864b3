import type { SheetKind } from '@accord/cases';
import type { CategoryCode } from '@accord/consent';

/**
 * The kind of data of each sheet. It is one that nothing else has and no need proposes, and it leaves no trace for
 * whoever may not see it: it is open to nobody else until the young person says so (features.md row 14).
 */
export const KIND_OF_SHEET = {
  card: 'about-me',
  'told-once': 'about-me',
} as const satisfies Record<SheetKind, CategoryCode>;
