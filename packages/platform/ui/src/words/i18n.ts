import { createInstance } from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { en } from './en/index.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: typeof en;
  }
}

/** The catalogues are in the bundle and init is synchronous: no key is ever seen in place of its words. */
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
