/** The languages of both apps, each by its own name. */
export const LANGUAGES = { en: 'English', es: 'Español' } as const;
export type Language = keyof typeof LANGUAGES;

const LOCALES = { en: 'en-US', es: 'es-US' } as const;

/** How dates, lists and plurals are written. */
export const localeOf = (language: Language): string => LOCALES[language];

/** The language that the server wrote into the page. */
export function languageOfPage(): Language {
  return typeof document === 'object' && document.documentElement.lang === 'es' ? 'es' : 'en';
}

interface Unreviewed {
  title: string;
  meaning: string;
  /** Why the cards of a permission stand in English. */
  notToSign: string;
}

/** What a page says in a language that nobody has reviewed. It goes when the reviewers have. */
export const UNREVIEWED: Partial<Record<Language, Unreviewed>> = {
  es: {
    title: 'Traducción sin revisar',
    meaning:
      'Aún nadie la ha revisado. Si algo no queda claro, se puede pedir ayuda: cuenta el texto en inglés.',
    notToSign: 'Estas tarjetas van en inglés: un permiso no se firma con una traducción que nadie revisó.',
  },
};

export const isReviewed = (language: Language): boolean => UNREVIEWED[language] === undefined;

/** A catalogue of the same shape in another language: a key that is missing, or one too many, does not compile. */
export type InOtherWords<Catalogue> = {
  readonly [Key in keyof Catalogue]: Catalogue[Key] extends string ? string : InOtherWords<Catalogue[Key]>;
};
