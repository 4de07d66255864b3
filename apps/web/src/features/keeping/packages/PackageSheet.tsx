import type { PackageFile } from '@accord/cases';
import { Facts, Section, Stack, useWords } from '@accord/ui';
import { calendarDay, listed } from '../../../app/when.ts';
import { onPaper } from './on-paper.ts';
import css from './packages.module.css';

type Sheet = PackageFile['contents'][number];

/** A package as it is printed. A request by the public is answered without a word about any case. */
export function PackageSheet({ file }: { file: PackageFile }) {
  const t = useWords('packages');
  const { order, agency, printedBy, printedAt, notices, contents } = file;
  return (
    <Stack>
      <div>
        <p>{t('out.made', { name: printedBy, agency, at: onPaper(printedAt) })}</p>
        {order ? (
          <p>
            {t('out.for', { name: order.for, agency: order.forAgency, order: order.number })}{' '}
            {t('out.until', { day: calendarDay(order.endsOn) })}
          </p>
        ) : (
          <p>{t('out.public')}</p>
        )}
      </div>
      {notices.length > 0 ? (
        <Section title={t('out.notices')}>
          {notices.map(({ code, cite, version, text, sha256 }) => (
            <div key={code}>
              <p>
                <strong>{t('out.notice', { cite, version })}</strong>
              </p>
              <p className={css.notice} lang="en">
                {text}
              </p>
              <p className={css.id}>{t('items.sha', { sha: sha256 })}</p>
            </div>
          ))}
        </Section>
      ) : null}
      {order ? (
        <Section title={t('out.contents')}>
          {contents.length === 0 ? <p>{t('out.nothing')}</p> : null}
          {contents.map((sheet) => (
            <Item key={sheet.itemId} sheet={sheet} />
          ))}
        </Section>
      ) : null}
    </Stack>
  );
}

const FIELDS = [
  'name',
  'bornOn',
  'pronouns',
  'language',
  'safeContact',
  'safeContactConfirmedOn',
  'ownWords',
  'adultWords',
  'text',
  'what',
  'place',
  'startsAt',
  'facts',
  'view',
  'service',
  'organization',
  'reason',
] as const;

function Item({ sheet }: { sheet: Sheet }) {
  const t = useWords('packages');
  const kinds = useWords('categories');
  const states = useWords('states');
  const { kind, at, itemId, body, sha256 } = sheet;
  const facts = FIELDS.flatMap((field) => {
    const value = body[field];
    if (value === undefined || value === '') return [];
    return [{ term: t(`fields.${field}`), value: field === 'startsAt' ? onPaper(value) : value }];
  });
  return (
    <article className={css.page} aria-label={`${states(`item.${kind}`)}, ${onPaper(at)}`}>
      <p>
        <strong>{states(`item.${kind}`)}</strong>, {onPaper(at)}.{' '}
        {listed(sheet.kinds.map((code) => kinds(`${code}.label`)))}
      </p>
      <Facts facts={facts} />
      <p className={css.id}>
        {t('items.id', { id: itemId })}. {t('items.sha', { sha: sha256 })}
      </p>
    </article>
  );
}
