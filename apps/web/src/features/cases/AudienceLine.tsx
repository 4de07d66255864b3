import type { ItemId } from '@accord/kernel';
import { Button, useWords } from '@accord/ui';
import { useId, useState } from 'react';
import { listed } from '../../app/when.ts';
import { useAboutCase } from './case-context.ts';
import { Readers } from './Readers.tsx';
import css from './case.module.css';

interface AudienceLineProps {
  /** Null where this reader may not know who else there is. */
  audience: readonly string[] | null;
  /** The item that it is about; left out where nothing is written yet. */
  itemId?: ItemId;
  /** Without the line above it, where it does not close a card. */
  plain?: boolean;
}

/**
 * Who else can read it, right under it: there people notice, and put right what is wrong. Colleagues on the case need no
 * permission, so `audience` does not name them. Why each of them can is one click away, for whoever may know.
 */
export function AudienceLine({ audience, itemId, plain = false }: AudienceLineProps) {
  const t = useWords('cases');
  const why = useWords('why');
  const about = useAboutCase();
  const [open, setOpen] = useState(false);
  const panel = useId();
  const people = audience ? listed([t('item.you'), t('item.colleagues'), ...audience]) : null;
  const hasReasons = about !== null && itemId !== undefined && audience !== null && audience.length > 0;
  return (
    <div className={css.audience} data-plain={plain || undefined}>
      <p>{people ? t('item.seenBy', { people }) : t('item.sharedWithYou')}</p>
      {hasReasons ? (
        <>
          <Button
            kind="quiet"
            small
            aria-expanded={open}
            aria-controls={panel}
            aria-label={open ? undefined : why('readersNamed')}
            onClick={() => setOpen(!open)}
          >
            {why(open ? 'readersHide' : 'readersShow')}
          </Button>
          <div id={panel} className={css.reasons} hidden={!open}>
            {open ? <Readers caseId={about.caseId} itemId={itemId} /> : null}
          </div>
        </>
      ) : null}
    </div>
  );
}
