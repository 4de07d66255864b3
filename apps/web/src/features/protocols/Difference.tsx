import type { BlockChange, ProtocolPage } from '@accord/protocols';
import { Chip, Section, useWords } from '@accord/ui';
import { listed } from '../../app/when.ts';
import css from './protocols.module.css';

const ORDER = ['added', 'reworded', 'removed'] as const;

/** What changed since the version before, in words: a sentence, and each changed paragraph as it was and as it is. */
export function Difference({ page: { difference } }: { page: ProtocolPage }) {
  const t = useWords('protocols');
  if (!difference) return null;
  const { since, changes } = difference;
  if (changes.length === 0) return <p className={css.soft}>{t('difference.none', { since })}</p>;
  const counts = ORDER.flatMap((is) => {
    const count = changes.filter((change) => change.is === is).length;
    return count > 0 ? [t(`difference.${is}`, { count })] : [];
  });
  return (
    <Section title={t('difference.title', { since })}>
      <p>{listed(counts)}.</p>
      <details className={css.more}>
        <summary>{t('difference.show')}</summary>
        <ul className={css.changes}>
          {changes.map((change) => (
            <Change key={change.blockId} change={change} />
          ))}
        </ul>
      </details>
    </Section>
  );
}

function Change({ change: { is, number, before, now } }: { change: BlockChange }) {
  const t = useWords('protocols');
  return (
    <li className={css.change}>
      <p className={css.head}>
        <strong>{t('page.paragraph', { number })}</strong>
        <Chip tone={is === 'added' ? 'ok' : is === 'removed' ? 'care' : 'plum'}>{t(`difference.${is}`)}</Chip>
      </p>
      {before ? (
        <div>
          <p className={css.label}>{t('difference.before')}</p>
          <p>
            <del className={css.before}>
              {before.heading}. {before.body}
            </del>
          </p>
        </div>
      ) : null}
      {now ? (
        <div>
          <p className={css.label}>{t('difference.now')}</p>
          <p>
            <ins className={css.now}>
              {now.heading}. {now.body}
            </ins>
          </p>
        </div>
      ) : null}
    </li>
  );
}
