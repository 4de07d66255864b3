import { stands, type Comment, type CommentKind, type VersionStatus } from '@accord/protocols';
import { Chip, Icon, useWords, type Tone } from '@accord/ui';

const STATUS: Record<VersionStatus, Tone> = { draft: 'neutral', 'in-review': 'plum', published: 'ok' };
const KIND: Record<CommentKind, Tone> = {
  question: 'primary',
  suggestion: 'ok',
  concern: 'care',
  objection: 'stop',
};

export function StatusChip({ status }: { status: VersionStatus }) {
  const t = useWords('protocols');
  return <Chip tone={STATUS[status]}>{t(`status.${status}`)}</Chip>;
}

/** What a comment is, by a shape, a word and a colour. */
export function KindChip({ kind }: { kind: CommentKind }) {
  const t = useWords('protocols');
  return (
    <Chip tone={KIND[kind]}>
      <Icon name={kind} size={15} />
      {t(`kind.${kind}`)}
    </Chip>
  );
}

/** Where a comment stands. An objection that was answered still stands. */
export function StateWords({ comment }: { comment: Comment }) {
  const t = useWords('protocols');
  const answered = comment.state === 'answered';
  return <>{t(stands(comment) && answered ? 'state.stands' : `state.${comment.state}`)}</>;
}
