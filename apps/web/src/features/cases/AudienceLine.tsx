import { useWords } from '@accord/ui';
import { listed } from '../../app/when.ts';
import css from './case.module.css';

/** Who else can read it, right under it: there people notice, and put right what is wrong. */
export function AudienceLine({ audience }: { audience: readonly string[] | null }) {
  const t = useWords('cases');
  const people = audience ? listed([t('item.onlyYou'), ...audience]) : null;
  return <p className={css.audience}>{people ? t('item.seenBy', { people }) : t('item.sharedWithYou')}</p>;
}
