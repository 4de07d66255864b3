import { useWords } from '@accord/ui';
import { listed } from '../../app/when.ts';
import css from './case.module.css';

interface AudienceLineProps {
  /** Null where this reader may not know who else there is. */
  audience: readonly string[] | null;
  /** Without the line above it, where it does not close a card. */
  plain?: boolean;
}

/**
 * Who else can read it, right under it: there people notice, and put right what is wrong. Colleagues on the case need no
 * permission, so `audience` does not name them.
 */
export function AudienceLine({ audience, plain = false }: AudienceLineProps) {
  const t = useWords('cases');
  const people = audience ? listed([t('item.you'), t('item.colleagues'), ...audience]) : null;
  return (
    <p className={css.audience} data-plain={plain || undefined}>
      {people ? t('item.seenBy', { people }) : t('item.sharedWithYou')}
    </p>
  );
}
