import { useWords, useLanguage } from '../words/i18n.ts';
import { LANGUAGES, type Language } from '../words/languages.ts';
import css from './LanguageChoice.module.css';

/** The languages by their own names, without flags. The one that is read now is marked. */
export function LanguageChoice({ onChoose }: { onChoose: (language: Language) => void }) {
  const t = useWords('frame');
  const now = useLanguage();
  return (
    <div className={css.languages} role="group" aria-label={t('language')}>
      {Object.entries(LANGUAGES).map(([language, name]) => (
        <button
          key={language}
          type="button"
          lang={language}
          className={css.language}
          aria-pressed={language === now}
          onClick={() => onChoose(language as Language)}
        >
          {name}
        </button>
      ))}
    </div>
  );
}
