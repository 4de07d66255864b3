import { createInstance } from 'i18next';
import { useEffect, useState } from 'react';
import { initReactI18next, useTranslation } from 'react-i18next';
import { en } from './en/index.ts';
import { localeOf, type Language } from './languages.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: typeof en;
  }
}

/** English is in the bundle and init is synchronous: no key is ever seen in place of its words. */
export const i18n = createInstance();
void i18n.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: 'en',
  ns: Object.keys(en),
  defaultNS: 'common',
  resources: { en },
  initAsync: false,
  interpolation: { escapeValue: false },
});

/** The words of one area, with typed keys: a key that is not in the catalogue does not compile. */
export function useWords<Area extends keyof typeof en>(area: Area) {
  return useTranslation(area).t;
}

/** The language that the screen is in. */
export function useLanguage(): Language {
  const { i18n: current } = useTranslation();
  return current.language === 'es' ? 'es' : 'en';
}

/** For dates and lists: of the language that the screen is in now. */
export function locale(): string {
  return localeOf(i18n.language === 'es' ? 'es' : 'en');
}

/** The words of one area in a language of its own, whatever the screen is in; English until they are there. */
export function useWordsIn<Area extends keyof typeof en>(area: Area, language: Language) {
  const [, setThere] = useState(false);
  useEffect(() => void load(language).then(() => setThere(true)), [language]);
  return i18n.getFixedT(language, area);
}

async function load(language: Language): Promise<void> {
  if (language === 'en' || i18n.hasResourceBundle(language, 'common')) return;
  const { es } = await import('./es/index.ts');
  for (const [area, words] of Object.entries(es)) i18n.addResourceBundle(language, area, words);
}

/** Shows every screen in this language, and says so to whoever reads the page aloud. What was typed stays. */
export async function showIn(language: Language): Promise<void> {
  await load(language);
  await i18n.changeLanguage(language);
  document.documentElement.lang = language;
}
