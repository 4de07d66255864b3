import { type InOtherWords, languageOfPage, localeOf } from '@accord/ui/languages';
import type * as English from './words/en.ts';

/** The language that the server wrote into the page. Choosing another one loads the page anew. */
export const language = languageOfPage();
export const locale = localeOf(language);

/*
 * Only one language is loaded, and everything that says something waits for it. What English exports, each other one
 * has to. The types are those of English, so that a gap without a value does not compile; a test compares the gaps.
 */
const catalogue: InOtherWords<typeof English> =
  language === 'es' ? await import('./words/es.ts') : await import('./words/en.ts');
export const {
  words,
  kindWords,
  purposeWords,
  servedWords,
  declineWords,
  relationWords,
  areaWords,
  lawWords,
  lawNeedWords,
} = catalogue as unknown as typeof English;
