import type { Comment } from '@accord/protocols';
import { useAnnounce, useWords } from '@accord/ui';
import { AskFirst } from '../../app/AskFirst.tsx';
import { useTRPCClient } from '../../app/trpc.ts';
import type { Reading } from './reading.ts';

/** Takes back one's own comment. An objection ends this way and no other. */
export function TakeBack({ comment, page, refresh }: Reading & { comment: Comment }) {
  const t = useWords('protocols');
  const announce = useAnnounce();
  const client = useTRPCClient();
  const { protocolId } = page;
  const { commentId, kind, number } = comment;
  return (
    <AskFirst
      label={t('comment.takeBack')}
      name={t('comment.takeBackNamed', { number })}
      question={t('comment.askTakeBack', { kind: t(`kind.${kind}`).toLowerCase() })}
      onYes={async () => {
        await client.reviews.withdraw.mutate({ protocolId, commentId });
        await refresh();
        announce(t('comment.takenBack'));
      }}
    />
  );
}
