import { readerOf, type TextKind } from '@accord/protocols';
import { useWords, type Language } from '@accord/ui';
import css from './texts.module.css';
import { measure } from './measure.ts';

interface ReadingMeterProps {
  body: string;
  kind: TextKind;
  language: Language;
  /** The words of the original, of a translation: what still says the same is not translated yet. */
  original?: string | undefined;
}

/** How a paragraph reads, while it is being written: its figure, words to avoid, and sentences that are too long. */
export function ReadingMeter({ body, kind, language, original }: ReadingMeterProps) {
  const t = useWords('texts');
  const { reading, avoided, long } = measure(body, kind, language);
  const isEnglish = original !== undefined && original.trim() === body.trim();
  const isGood = reading !== null && !reading.isHard && avoided.length + long === 0 && !isEnglish;
  const figures = reading && { figure: reading.figure, limit: reading.limit };
  return (
    <div role="group" aria-label={t('meter.title')} className={css.meter}>
      <p className={css.label}>
        {t('meter.title')}. {t(readerOf(kind) === 'youth' ? 'meter.forYouth' : 'meter.forStaff')}
      </p>
      {figures ? (
        <p className={reading.isHard ? css.care : css.ok}>
          {t(language === 'en' ? 'meter.grade' : 'meter.ease', figures)}
        </p>
      ) : (
        <p className={css.soft}>{t('meter.short')}</p>
      )}
      {isEnglish ? <p className={css.care}>{t('meter.english')}</p> : null}
      {avoided.length + long > 0 ? (
        <ul className={css.findings}>
          {avoided.map(({ word, instead }) => (
            <li key={word}>{t('meter.avoid', { word, instead })}</li>
          ))}
          {long > 0 ? <li>{t('meter.long', { count: long })}</li> : null}
        </ul>
      ) : null}
      {isGood ? <p className={css.soft}>{t('meter.good')}</p> : null}
    </div>
  );
}
