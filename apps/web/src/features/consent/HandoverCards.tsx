import { Button, Page, Row, Stack, useWords } from '@accord/ui';
import { useEffect, useRef, useState } from 'react';
import { Trouble } from '../../app/Trouble.tsx';
import type { Draft } from './draft.ts';
import { CARDS, CardBody, type CardName } from './cards.tsx';
import css from './handover.module.css';

interface HandoverCardsProps {
  draft: Draft;
  busy: boolean;
  error: unknown;
  onYes: () => void;
  onNo: () => void;
  onLater: () => void;
}

/** One idea per card, forwards and back. The last one asks. */
export function HandoverCards({ draft, busy, error, onYes, onNo, onLater }: HandoverCardsProps) {
  const t = useWords('handover');
  const [index, setIndex] = useState(0);
  const [looked, setLooked] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector<HTMLElement>('h1')?.focus(), [index]);
  const name: CardName = CARDS[index] ?? 'choose';
  const unseen = name === 'what' && !looked;
  return (
    <div ref={box}>
      <Page title={t(`${name}.title`)} above={t('card', { card: index + 1, cards: CARDS.length })}>
        <div className={css.body}>
          <CardBody name={name} draft={draft} looked={looked} onLook={() => setLooked(true)} />
        </div>
        {name === 'choose' ? (
          <Stack>
            <div className={css.choices}>
              <Button kind="choice" onClick={onYes}>
                {t('choose.yes')}
              </Button>
              <Button kind="choice" busy={busy} onClick={onNo}>
                {t('choose.no')}
              </Button>
              <Button kind="choice" onClick={onLater}>
                {t('choose.notNow')}
              </Button>
            </div>
            {error ? <Trouble error={error} onRetry={onNo} /> : null}
          </Stack>
        ) : null}
        <Row>
          {name === 'choose' ? null : (
            <Button kind={unseen ? 'secondary' : 'primary'} onClick={() => setIndex(index + 1)}>
              {t(unseen ? 'what.skip' : 'next')}
            </Button>
          )}
          {index > 0 ? <Button onClick={() => setIndex(index - 1)}>{t('back')}</Button> : null}
          {name === 'choose' ? null : (
            <>
              {/* A no must never be further away than two taps. */}
              <Button busy={busy} onClick={onNo}>
                {t('choose.no')}
              </Button>
              <Button kind="quiet" onClick={onLater}>
                {t('later')}
              </Button>
            </>
          )}
        </Row>
        {error && name !== 'choose' ? <Trouble error={error} onRetry={onNo} /> : null}
      </Page>
    </div>
  );
}
