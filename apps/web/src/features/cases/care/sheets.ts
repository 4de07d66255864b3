import type { CaseItem, SheetKind } from '@accord/cases';

type Sheet = Extract<CaseItem, { kind: SheetKind }>;
type Open<Item extends Sheet> = Item & { content: { is: 'open' } };
export type OpenCard = Open<Extract<CaseItem, { kind: 'card' }>>;
export type OpenTold = Open<Extract<CaseItem, { kind: 'told-once' }>>;

export const isOpenSheet = <Item extends Sheet>(sheet: Item): sheet is Open<Item> =>
  sheet.content.is === 'open';
