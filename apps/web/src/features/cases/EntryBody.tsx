import type { NoteBody } from '@accord/cases';
import { useWords } from '@accord/ui';
import type { z } from 'zod';
import { instant } from '../../app/when.ts';
import type { TimelineEntry } from './arrange.ts';
import css from './case.module.css';

/** What an entry says. Facts, a view and the young person's words never run together. */
export function EntryBody({ entry }: { entry: TimelineEntry }) {
  const t = useWords('cases');
  const meetings = useWords('meetings');
  if (entry.content.is !== 'open') return null;
  if (entry.kind === 'referral') {
    const { service, organization, reason } = entry.content.body;
    return (
      <>
        <p className={css.strong}>{t('item.referredTo', { service })}</p>
        <p className={css.soft}>{organization}</p>
        <p className={css.text}>{reason}</p>
      </>
    );
  }
  if (entry.kind === 'decision') {
    return (
      <>
        <p className={css.label}>{meetings('decided')}</p>
        <p className={css.text}>{entry.content.body.text}</p>
      </>
    );
  }
  if (entry.kind === 'appointment' || entry.kind === 'meeting') {
    const { what, place, startsAt } = entry.content.body;
    return (
      <>
        <p className={css.strong}>{what}</p>
        <p>{instant(startsAt)}</p>
        {place ? <p className={css.soft}>{place}</p> : null}
      </>
    );
  }
  return <NoteText note={entry.content.body} />;
}

/** Facts first; a view and the young person's words under their names. */
export function NoteText({ note: { facts, view, ownWords } }: { note: z.output<typeof NoteBody> }) {
  const t = useWords('cases');
  return (
    <>
      <p className={css.text}>{facts}</p>
      {view ? (
        <div>
          <p className={css.label}>{t('item.view')}</p>
          <p className={css.text}>{view}</p>
        </div>
      ) : null}
      {ownWords ? (
        <div>
          <p className={css.label}>{t('item.ownWords')}</p>
          <blockquote className={css.smallVoice}>“{ownWords}”</blockquote>
        </div>
      ) : null}
    </>
  );
}
