import { Button, useWords } from '@accord/ui';
import type { System } from '@accord/identity';
import { calendarDay } from '../../app/when.ts';
import type { Draft } from './draft.ts';
import { useYoungSentence } from './law/YoungLaw.tsx';
import { PreviewList } from './PreviewList.tsx';
import css from './handover.module.css';

/** At most six, in this order (experience.md 3.10): that no is fine comes before everything. */
export const CARDS = ['sayNo', 'who', 'what', 'why', 'think', 'choose'] as const;
export type CardName = (typeof CARDS)[number];

/** Whose readers may have to use what they read in court. */
export const MAY_USE_IN_COURT: readonly System[] = ['law-enforcement', 'juvenile-justice'];

interface CardBodyProps {
  name: CardName;
  draft: Draft;
  /** Whether the preview was opened; going on without it is said in so many words. */
  looked: boolean;
  onLook: () => void;
}

export function CardBody({ name, draft, looked, onLook }: CardBodyProps) {
  const t = useWords('handover');
  if (name === 'who') return <Who draft={draft} />;
  if (name === 'what') return <What draft={draft} looked={looked} onLook={onLook} />;
  if (name === 'why') return <Why draft={draft} />;
  if (name === 'think') {
    return (
      <ul className={css.points}>
        <li>{t('think.good')}</li>
        {MAY_USE_IN_COURT.includes(draft.recipient.system) ? <li>{t('think.police')}</li> : null}
        {draft.categories.includes('vsp-record') ? <li>{t('think.privilege')}</li> : null}
        <li>{t('think.stop')}</li>
        <li>{t('think.known')}</li>
        <li>{t('think.passOn')}</li>
      </ul>
    );
  }
  return (
    <>
      <p>{t(`${name}.body`)}</p>
      {name === 'choose' ? <p>{t('choose.copy')}</p> : null}
    </>
  );
}

function Who({ draft: { recipient, mayWrite } }: { draft: Draft }) {
  const t = useWords('handover');
  return (
    <>
      <WhoIs recipient={recipient} />
      {mayWrite ? <p>{t('who.mayWrite')}</p> : null}
      <p>{t('who.body')}</p>
    </>
  );
}

/** By name; for a post, what they are and who that is now, and what happens when it is somebody else. */
export function WhoIs({ recipient: { name, title, agency, post } }: Pick<Draft, 'recipient'>) {
  const t = useWords('handover');
  if (post !== null) {
    return (
      <>
        <p className={css.strong}>{t('who.post', { post, name, agency })}</p>
        <p>{t('who.postBody')}</p>
      </>
    );
  }
  return (
    <p className={css.strong}>
      {title ? t('who.person', { name, title, agency }) : t('who.agency', { agency })}
    </p>
  );
}

function What({ draft: { categories, preview, law }, looked, onLook }: Omit<CardBodyProps, 'name'>) {
  const t = useWords('handover');
  const kinds = useWords('categories');
  const closed = useYoungSentence();
  return (
    <>
      <ul className={css.points}>
        {categories.map((code) => {
          const line = law.find(({ kind }) => kind === code);
          return (
            <li key={code}>
              <strong>{kinds(`${code}.label`)}</strong>
              <span className={css.hint}>{kinds(`${code}.hint`)}</span>
              {line ? <span className={css.waits}>{closed(line)}</span> : null}
            </li>
          );
        })}
      </ul>
      {looked ? (
        <>
          <p>{preview.length > 0 ? t('what.today') : t('what.nothing')}</p>
          {preview.length > 0 ? <PreviewList preview={preview} /> : null}
        </>
      ) : (
        <div>
          <Button kind="primary" onClick={onLook}>
            {t('what.show')}
          </Button>
        </div>
      )}
    </>
  );
}

function Why({ draft: { purpose, need, withoutSharing, startsOn, endsOn } }: { draft: Draft }) {
  const t = useWords('handover');
  const purposes = useWords('purposes');
  return (
    <>
      <p>{t('why.use', { purpose: purposes(purpose) })}</p>
      {need === null ? null : (
        <>
          <p>{t('why.reason')}</p>
          <blockquote className={css.reason}>{need}</blockquote>
        </>
      )}
      {withoutSharing === null ? null : (
        <>
          <p>{t('why.without')}</p>
          <blockquote className={css.reason}>{withoutSharing}</blockquote>
        </>
      )}
      {startsOn ? <p className={css.strong}>{t('why.from', { day: calendarDay(startsOn) })}</p> : null}
      <p className={css.strong}>{t('why.until', { day: calendarDay(endsOn) })}</p>
    </>
  );
}
