import { Button, Notice, Row, useWords } from '@accord/ui';
import { useEffect, useRef } from 'react';
import { Trouble } from '../../app/Trouble.tsx';
import type { AsideState } from './useAside.ts';

/** What was just set aside, with its way back for a short while. It takes the focus: the card is gone. */
export function Aside({ aside: { last, failed, busy, undo } }: { aside: AsideState }) {
  const t = useWords('inbox');
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (last) button.current?.focus();
  }, [last]);
  return (
    <>
      {last ? (
        <Notice tone="plum">
          <Row spread>
            <p role="status">{t('aside', { name: last.name })}</p>
            <Button ref={button} small busy={busy} onClick={() => void undo()}>
              {t('undo')}
            </Button>
          </Row>
        </Notice>
      ) : null}
      {failed ? <Trouble error={failed.error} onRetry={() => void failed.retry()} /> : null}
    </>
  );
}
