import type { Answer, AnswerBasis } from '@accord/consent';
import { Button, List, Notice, Section, Stack, useWords } from '@accord/ui';
import { useStaff } from '../../../app/session.ts';
import { calendarDay, day, instant, listed } from '../../../app/when.ts';
import css from './answers.module.css';
import { SpanCard } from './SpanCard.tsx';
import { clockOf } from './useWhen.ts';

/** The answer in one line, then the parts of the day, what stood on record, and what the ledger says. */
export function AnswerView({ answer }: { answer: Answer }) {
  const t = useWords('answers');
  const kinds = useWords('categories');
  const purposes = useWords('purposes');
  const me = useStaff();
  const { person, spans, bases, opened, keptSince, codeName } = answer;
  const isOpen = spans.map(({ open }) => open);
  const heading = isOpen.every(Boolean) ? 'yes' : isOpen.some(Boolean) ? 'part' : 'no';
  return (
    <Section
      title={t(`heading.${heading}`)}
      actions={
        <div className={css.screenOnly}>
          <Button onClick={() => window.print()}>{t('print')}</Button>
        </div>
      }
    >
      <Stack gap="loose">
        <p>
          {t('about', {
            ...person,
            kinds: listed(answer.kinds.map((code) => kinds(`${code}.label`))),
            owner: answer.owner,
            code: codeName,
            purpose: purposes(answer.purpose),
            day: calendarDay(answer.day),
          })}
        </p>
        {keptSince ? <Notice tone="care">{t('keptSince', { day: day(keptSince) })}</Notice> : null}
        <List label={t('spans')}>
          {spans.map((span) => (
            <SpanCard key={span.from} answer={answer} span={span} />
          ))}
        </List>
        {bases.length > 0 ? (
          <Section title={t('consents')}>
            <ul className={css.lines}>
              {bases.map((basis) => (
                <li key={basis.id}>
                  <BasisLine basis={basis} />
                </li>
              ))}
            </ul>
          </Section>
        ) : null}
        <Section title={t('opened')}>
          <p>
            {opened.length > 0
              ? t('openedAt', { times: listed(opened.map(clockOf(answer.zone))) })
              : t('neverOpened')}
          </p>
          <p className={css.soft}>{t('recorded', { code: codeName })}</p>
          {me ? (
            <p className={css.printed}>
              {t('printed', { name: me.name, agency: me.agency.name, day: instant(answer.answeredAt) })}
            </p>
          ) : null}
        </Section>
      </Stack>
    </Section>
  );
}

function BasisLine({ basis: { id, kind, recipient, categories, from, to } }: { basis: AnswerBasis }) {
  const t = useWords('answers');
  const kinds = useWords('categories');
  return t('basis', {
    kind: t(`basisKind.${kind}`),
    recipient,
    kinds: listed(categories.map((code) => kinds(`${code}.label`))),
    from: from ? day(from) : t('noEnd'),
    to: to ? day(to) : t('noEnd'),
    id,
  });
}
