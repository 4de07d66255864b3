import type { CaseItem } from '@accord/cases';
import { Button, Stub, useWords } from '@accord/ui';
import { useId, useState } from 'react';
import { useAboutCase } from './case-context.ts';
import { WhyClosed } from './WhyClosed.tsx';
import css from './case.module.css';

/** What stands where an item is there and cannot be read: on its way, or not shared, and why, one click away. */
export function Closed({ item }: { item: CaseItem }) {
  const t = useWords('cases');
  const why = useWords('why');
  const kinds = useWords('categories');
  const about = useAboutCase();
  const [open, setOpen] = useState(false);
  const panel = useId();
  if (item.content.is === 'preparing') return <Stub>{t('item.preparing', { owner: item.owner })}</Stub>;
  const [first] = item.categories;
  if (!first) return null;
  const kind = kinds(`${first}.label`);
  return (
    <div className={css.closed}>
      <div className={css.stubLine}>
        <Stub>{t('item.closed', { kind })}</Stub>
        {about ? (
          <Button
            kind="quiet"
            small
            aria-expanded={open}
            aria-controls={panel}
            aria-label={open ? undefined : why('showNamed', { kind })}
            onClick={() => setOpen(!open)}
          >
            {why(open ? 'hide' : 'show')}
          </Button>
        ) : null}
      </div>
      {about ? (
        <div id={panel} hidden={!open}>
          {open ? <WhyClosed about={about} itemId={item.itemId} /> : null}
        </div>
      ) : null}
    </div>
  );
}
