import { RULES, type LawLine } from '@accord/consent';
import { firstNeed, useWords } from '@accord/ui';
import css from './law.module.css';

interface LawLinesProps {
  lines: readonly LawLine[];
  code: string;
}

/** What the law keeps closed on a paper and what would open it, for whoever administers it: the rules one click away. */
export function LawLines({ lines, code }: LawLinesProps) {
  const t = useWords('law');
  const kinds = useWords('categories');
  return (
    <ul className={css.lines} aria-label={t('title')}>
      {lines.map((line) => (
        <li key={line.kind}>
          <p>
            {t('line', {
              kind: kinds(`${line.kind}.label`),
              need: t(`needs.${firstNeed(line)}`, { code }),
            })}
          </p>
          <Rules rules={line.rules} name={t('whyNamed', { kind: kinds(`${line.kind}.label`) })} />
        </li>
      ))}
    </ul>
  );
}

/** The officer's reading of the rules, each with what it is cited from. */
export function Rules({ rules, name }: { rules: LawLine['rules']; name: string }) {
  const t = useWords('law');
  return (
    <details className={css.why}>
      <summary aria-label={name}>{t('why')}</summary>
      <ul>
        {rules.map((rule) => (
          <li key={rule}>
            {t(`officer.${rule}`)}{' '}
            <span className={css.cite}>{t('rule', { rule, cite: RULES[rule].cite })}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
