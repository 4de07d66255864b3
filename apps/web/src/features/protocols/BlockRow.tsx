import type { Block } from '@accord/protocols';
import { CardTitle, Chip, useWords } from '@accord/ui';
import { AddComment } from './AddComment.tsx';
import { ChangeBlock } from './ChangeBlock.tsx';
import { CommentCard } from './CommentCard.tsx';
import css from './protocols.module.css';
import type { Reading } from './reading.ts';
import texts from './texts/texts.module.css';

/** One numbered paragraph, and what was said about it beside it; below it where it is narrow. */
export function BlockRow({ block, page, refresh }: Reading & { block: Block }) {
  const t = useWords('protocols');
  const textWords = useWords('texts');
  const { blockId, number, heading, body } = block;
  const original = page.translation?.original.find((each) => each.blockId === blockId);
  const comments = page.comments.filter((comment) => comment.blockId === blockId);
  const change = page.difference?.changes.find((each) => each.blockId === blockId);
  return (
    <li className={css.row}>
      <article className={css.block} aria-label={t('page.paragraph', { number })}>
        <span className={css.number} aria-hidden>
          {number}
        </span>
        <div className={css.text}>
          <CardTitle>{heading}</CardTitle>
          {change ? (
            <p>
              <Chip tone={change.is === 'added' ? 'ok' : 'plum'}>{t(`difference.${change.is}`)}</Chip>
            </p>
          ) : null}
          <p className={css.body} lang={page.language}>
            {body}
          </p>
          {original ? (
            <p className={texts.original} lang="en">
              {textWords('translation.originalSays', original)}
            </p>
          ) : null}
          {page.may.includes('change') ? <ChangeBlock block={block} page={page} refresh={refresh} /> : null}
        </div>
      </article>
      <div className={css.said} data-empty={comments.length === 0 || undefined}>
        {comments.length > 0 ? (
          <ul className={css.comments} aria-label={t('page.comments', { number })}>
            {comments.map((comment) => (
              <CommentCard key={comment.commentId} comment={comment} page={page} refresh={refresh} />
            ))}
          </ul>
        ) : null}
        {page.may.includes('comment') ? <AddComment block={block} page={page} refresh={refresh} /> : null}
      </div>
    </li>
  );
}
