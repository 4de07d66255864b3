import type { StatePolicy } from '@accord/consent';
import { useWords } from '@accord/ui';
import css from './state-law.module.css';

/** In which areas the young person decides by themselves, from what age on, and what else must be true. */
export function Alone({ rows }: { rows: StatePolicy['minorConsent'] }) {
  const t = useWords('stateLaw');
  if (rows.length === 0) return <p>{t('aloneNone')}</p>;
  return (
    <dl className={css.rules}>
      {rows.map((row) => (
        <div key={row.domain}>
          <dt>{t(`domains.${row.domain}`)}</dt>
          <AloneIn row={row} />
        </div>
      ))}
    </dl>
  );
}

function AloneIn({ row }: { row: StatePolicy['minorConsent'][number] }) {
  const t = useWords('stateLaw');
  const { minAge, conditions, exclusions = [], maxVisits, infoController, parentNotice, cite } = row;
  const asksFirst = conditions.length > 0 || exclusions.length > 0 || maxVisits !== undefined;
  return (
    <dd className={css.rule}>
      <p>{t('aloneFrom', { age: minAge })}</p>
      <Listed title={t('onlyIf')} lines={conditions} />
      <Listed title={t('leavesOut')} lines={exclusions} />
      {maxVisits === undefined ? null : <p>{t('visits', { visits: maxVisits })}</p>}
      {asksFirst ? <p>{t('asksFirst')}</p> : null}
      {infoController ? <p>{t(`controller.${infoController}`)}</p> : null}
      <p>{t(`parents.${parentNotice ?? 'missing'}`)}</p>
      <Cite>{cite}</Cite>
    </dd>
  );
}

/** In the words of the rule, which are English. */
export function Listed({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <p>
      {title} <span lang="en">{lines.join('; ')}</span>
    </p>
  );
}

export function Cite({ children }: { children: string }) {
  const t = useWords('stateLaw');
  return (
    <p className={css.cite}>
      {t('from')} <cite lang="en">{children}</cite>
    </p>
  );
}
