import type { CategoryCode, Permission } from '@accord/consent';

/** Every kind that a permission still names: those that are open, and those that wait for something. */
export const kindsOf = ({ categories, law }: Permission): CategoryCode[] => [
  ...categories,
  ...law.map(({ kind }) => kind),
];
