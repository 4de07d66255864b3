import { mayAnswer, mayWithdraw, stands, type Comment } from '@accord/protocols';
import { useWords } from '@accord/ui';
import { day } from '../../app/when.ts';
import { AnswerForm } from './AnswerForm.tsx';
import { KindChip, StateWords } from './chips.tsx';
import css from './protocols.module.css';
import type { Reading } from './reading.ts';
import { TakeBack } from './TakeBack.tsx';

/** One comment with its answer: what it is, where it stands, what was said, and what came of it. */
export function CommentCard({ comment, page, refresh }: Reading & { comment: Comment }) {
  const t = useWords('protocols');
  const { answer, version, at, kind, state, body, mine, advisor } = comment;
  const who = mine ? t('comment.you') : t('comment.advisor', { number: advisor });
  const words = { who, day: day(at), version };
  return (
    <li className={css.comment} data-kind={kind} data-state={state}>
      <p className={css.head}>
        <KindChip kind={kind} />
        <span className={css.soft}>
          <StateWords comment={comment} />
        </span>
      </p>
      <p className={css.words}>{body}</p>
      <p className={css.soft}>
        {t(version === page.version ? 'comment.about' : 'comment.aboutOlder', words)}
      </p>
      {answer ? (
        <div className={css.answer}>
          <p className={css.result}>{t(`answer.${answer.result}`)}</p>
          <p className={css.words}>{answer.body}</p>
          <p className={css.soft}>{t('answer.by', { name: answer.by, day: day(answer.at) })}</p>
        </div>
      ) : null}
      {page.may.includes('answer') && mayAnswer(comment) ? (
        <AnswerForm comment={comment} page={page} refresh={refresh} />
      ) : null}
      {mayWithdraw(comment) && (state === 'open' || stands(comment)) ? (
        <TakeBack comment={comment} page={page} refresh={refresh} />
      ) : null}
    </li>
  );
}
