import { SetAsideReason } from '@accord/consent';
import { Button, Row, Stack, useWords } from '@accord/ui';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { AsideState, WaitingRequest } from './useAside.ts';
import css from './inbox.module.css';

interface NotNowProps {
  request: WaitingRequest;
  aside: AsideState;
  /** The other answer. */
  beside: ReactNode;
}

/** "Not now", and the reason: two taps. The one who asked reads none of it. */
export function NotNow({ request, aside, beside }: NotNowProps) {
  const t = useWords('inbox');
  const common = useWords('common');
  const [asking, setAsking] = useState(false);
  const { name, codeName: code } = request;
  const reasons = useRef<HTMLDivElement>(null);
  // The button that was pressed is gone: the focus goes on to the first answer.
  useEffect(() => {
    if (asking) reasons.current?.querySelector('button')?.focus();
  }, [asking]);
  if (!asking) {
    return (
      <Row>
        {beside}
        <Button small aria-label={t('notNowNamed', { name, code })} onClick={() => setAsking(true)}>
          {t('notNow')}
        </Button>
      </Row>
    );
  }
  return (
    <div ref={reasons} role="group" aria-label={t('why')}>
      <Stack gap="tight">
        <p className={css.label}>{t('why')}</p>
        <Row>
          {SetAsideReason.options.map((reason) => (
            <Button key={reason} small busy={aside.busy} onClick={() => void aside.setAside(request, reason)}>
              {t(`reasons.${reason}`, { code })}
            </Button>
          ))}
          <Button small kind="quiet" onClick={() => setAsking(false)}>
            {common('cancel')}
          </Button>
        </Row>
      </Stack>
    </div>
  );
}
