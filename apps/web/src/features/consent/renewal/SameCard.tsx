import { Button, Page, Row, Stack, useWords } from '@accord/ui';
import { Trouble } from '../../../app/Trouble.tsx';
import { calendarDay } from '../../../app/when.ts';
import { WhoIs } from '../cards.tsx';
import css from '../handover.module.css';
import { PreviewList } from '../PreviewList.tsx';
import type { Answer, Same } from './answers.ts';

interface SameCardProps {
  same: Same;
  /** The last day, if they say yes. */
  endsOn: string;
  card: number;
  cards: number;
  busy: boolean;
  /** The answer did not arrive. */
  failed: { error: unknown; retry: () => void } | null;
  onAnswer: (answer: Answer) => void;
  onBack: (() => void) | null;
}

/** "Same as before?": who, what they would see today, why, until when; three answers of equal weight, and a pause. */
export function SameCard({ same, endsOn, card, cards, busy, failed, onAnswer, onBack }: SameCardProps) {
  const t = useWords('handover');
  const kinds = useWords('categories');
  const purposes = useWords('purposes');
  const { recipient, categories, purpose, need, mayWrite, endsOn: ends } = same.permission;
  return (
    <Page title={t('again.title')} above={t('card', { card, cards })}>
      <div className={css.body}>
        <WhoIs recipient={recipient} />
        {mayWrite ? <p>{t('who.mayWrite')}</p> : null}
        <p>{t('again.see')}</p>
        <ul className={css.points}>
          {categories.map((code) => (
            <li key={code}>
              <strong>{kinds(`${code}.label`)}</strong>
              <span className={css.hint}>{kinds(`${code}.hint`)}</span>
            </li>
          ))}
        </ul>
        <p>{same.preview.length > 0 ? t('again.today') : t('what.nothing')}</p>
        {same.preview.length > 0 ? <PreviewList preview={same.preview} /> : null}
        <p>{t('again.use', { purpose: purposes(purpose) })}</p>
        {need === null ? null : <blockquote className={css.reason}>{need}</blockquote>}
        <p className={css.strong}>{t('again.ends', { day: calendarDay(ends), next: calendarDay(endsOn) })}</p>
      </div>
      <Stack>
        <div className={css.choices}>
          <Button kind="choice" onClick={() => onAnswer('yes')}>
            {t('again.yes')}
          </Button>
          <Button kind="choice" busy={busy} onClick={() => onAnswer('no')}>
            {t('again.no')}
          </Button>
          <Button kind="choice" onClick={() => onAnswer('not-now')}>
            {t('again.notNow')}
          </Button>
        </div>
        {failed ? <Trouble error={failed.error} onRetry={failed.retry} /> : null}
        <Row>
          <Button kind="stop" small busy={busy} onClick={() => onAnswer('paused')}>
            {t('again.pause')}
          </Button>
          {onBack ? (
            <Button small onClick={onBack}>
              {t('back')}
            </Button>
          ) : null}
        </Row>
      </Stack>
    </Page>
  );
}
