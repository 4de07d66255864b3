import type { legal as English } from '../en/legal.ts';
import type { InOtherWords } from '../languages.ts';

/** La ley manda estas palabras en inglés: van como son, y nadie las traduce. */
export const legal: InOtherWords<typeof English> = {
  '42-CFR-2.32': '42 CFR part 2 prohibits unauthorized use or disclosure of these records.',
};
