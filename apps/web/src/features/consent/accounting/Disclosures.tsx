import { type Accounting, type AccountingLine, NOTICES } from '@accord/consent';
import { Card, Facts, List, Notice, useWords } from '@accord/ui';
import { useStaff } from '../../../app/session.ts';
import { calendarDay, instant, listed } from '../../../app/when.ts';
import css from '../answers/answers.module.css';

/** The lines of a list, newest first, and whose they are. */
export function Disclosures({ accounting }: { accounting: Accounting }) {
  const t = useWords('accounting');
  const me = useStaff();
  const { lines, codeName, owner, since, until, isCut } = accounting;
  return (
    <>
      <p>
        {t('period', { code: codeName, owner, since: onDay(since), until: onDay(until) })}{' '}
        {lines.length > 0 ? t('count', { count: lines.length }) : t('none')}
      </p>
      {isCut ? <Notice tone="care">{t('cut')}</Notice> : null}
      {lines.length > 0 ? (
        <List label={t('lines')}>
          {lines.map((line) => (
            <Disclosure key={line.entry} line={line} />
          ))}
        </List>
      ) : null}
      {me ? (
        <p className={css.printed}>
          {t('printed', { name: me.name, agency: me.agency.name, day: instant(until) })}
        </p>
      ) : null}
    </>
  );
}

const onDay = (iso: string) => calendarDay(iso.slice(0, 10));

function Disclosure({ line }: { line: AccountingLine }) {
  const t = useWords('accounting');
  const answers = useWords('answers');
  const kinds = useWords('categories');
  const purposes = useWords('purposes');
  const { recipient, how, at, bases, notices, policyVersion } = line;
  const facts = [
    { term: t('purpose'), value: purposes(line.purpose) },
    {
      term: t('basis'),
      value:
        bases.length === 0
          ? t('basisUnknown')
          : bases.map(({ kind, id }) => (
              <p key={id}>{t('basisLine', { kind: answers(`basisKind.${kind}`), id })}</p>
            )),
    },
    ...(notices.length > 0
      ? [{ term: t('notices'), value: notices.map((notice) => <p key={notice}>{shortOf(notice)}</p>) }]
      : []),
    ...(policyVersion ? [{ term: t('rules'), value: policyVersion }] : []),
  ];
  return (
    <Card as="li">
      <p>
        <strong>{instant(at)}</strong>
      </p>
      <p>
        {t(how, {
          name: recipient.title ? `${recipient.name}, ${recipient.title}` : recipient.name,
          agency: recipient.agency,
          kinds: listed(line.kinds.map((code) => kinds(`${code}.label`))),
        })}
      </p>
      <Facts facts={facts} />
    </Card>
  );
}

/** The line of a notice that is always in sight, by what the ledger kept of it. */
function shortOf(kept: string): string {
  const [code, version] = kept.split(/[@#]/);
  const notice = NOTICES.find((each) => each.code === code && each.version === version);
  return notice ? `${notice.cite}: ${notice.short}` : kept;
}
