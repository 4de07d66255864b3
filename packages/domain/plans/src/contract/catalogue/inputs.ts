import type { PlainRow } from './entry.ts';

/**
 * What somebody fears can be turned against them: each stands among the kinds that are never opened by default, to the
 * police and to child welfare least of all, and that leave no trace for whoever may not see them.
 */
export const FEARS: readonly PlainRow[] = [
  ['arrest', 'rights', 'exploitation-history', 'Being arrested', 'Un arresto'],
  ['deportation', 'rights', 'immigration', 'Being sent out of the country', 'Ser enviada fuera del país'],
  [
    'going-home',
    'home',
    'contact-location',
    'Being sent back to a home that hurts',
    'Volver a un hogar que hace daño',
  ],
  ['loved-ones', 'people', 'exploitation-history', 'Harm to someone they love', 'Daño a alguien que ama'],
];

/** Whom and what they have to look after. Their own child and a debt tell of more than themselves. */
export const OBLIGATIONS: readonly PlainRow[] = [
  ['own-child', 'people', 'health-sexual-repro', 'Their own child', 'Su hijo o hija'],
  ['sibling', 'people', 'case-plan', 'A brother or sister', 'Un hermano o una hermana'],
  ['pet', 'people', 'case-plan', 'A pet', 'Una mascota'],
  ['debt', 'rights', 'exploitation-history', 'Money that they owe', 'Dinero que debe'],
];
