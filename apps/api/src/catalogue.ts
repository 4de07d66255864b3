import { CATEGORIES } from '@accord/consent';
import type { Catalogue } from '@accord/db';

/** Only whoever wrote one of these opens it, not their colleagues. */
const AUTHOR_ONLY = new Set(['mh-psychotherapy-notes', 'sud-counseling-notes', 'private-notes']);

export const CATALOGUE: Catalogue = {
  categories: CATEGORIES.map((category) => ({
    bit: category.bit,
    code: category.code,
    existenceKnown: category.existence === 'known',
    consentable: category.consent === 'yes',
    authorOnly: AUTHOR_ONLY.has(category.code),
  })),
};
