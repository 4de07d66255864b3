import type { CaseId } from '@accord/kernel';
import { useWords } from '@accord/ui';
import { Disclosed } from '../../app/Disclosed.tsx';
import { day, sinceWhen } from '../../app/when.ts';
import type { OpenNote } from './arrange.ts';
import { CorrectNote } from './CorrectNote.tsx';
import { EarlierNote } from './EarlierNote.tsx';
import css from './case.module.css';

interface CorrectionsProps {
  caseId: CaseId;
  note: OpenNote;
  refresh: () => Promise<void>;
}

/** That a note was corrected, what it said before, and the way to correct it. */
export function Corrections({ caseId, note, refresh }: CorrectionsProps) {
  const t = useWords('notes');
  const { corrections, changed } = note;
  return (
    <>
      {corrections > 0 ? (
        <div>
          {changed ? <p className={css.stepMeta}>{t('corrected', { when: sinceWhen(changed.at) })}</p> : null}
          {note.mayReadEarlier ? (
            <Disclosed label={t('earlier', { count: corrections })} kind="quiet" small>
              {(close) => <EarlierNote caseId={caseId} itemId={note.itemId} close={close} />}
            </Disclosed>
          ) : null}
        </div>
      ) : null}
      <Disclosed
        label={t('correct')}
        name={t('correctNamed', { day: day(note.at) })}
        kind="quiet"
        small
        icon="edit"
        offered={note.mayCorrect}
      >
        {(close) => <CorrectNote {...{ caseId, note, refresh, close }} />}
      </Disclosed>
    </>
  );
}
