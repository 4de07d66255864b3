import type { Comment } from '@accord/protocols';
import { Button, Confirm, useAnnounce, useWords } from '@accord/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { problemOf } from '../../app/problem.ts';
import { useTRPC } from '../../app/trpc.ts';
import type { Reading } from './reading.ts';

/** Takes back one's own comment. An objection ends this way and no other. */
export function TakeBack({ comment, page, refresh }: Reading & { comment: Comment }) {
  const t = useWords('protocols');
  const common = useWords('common');
  const problems = useWords('problems');
  const announce = useAnnounce();
  const trpc = useTRPC();
  const [asking, setAsking] = useState(false);
  const withdraw = useMutation(
    trpc.reviews.withdraw.mutationOptions({
      onSuccess: async () => {
        await refresh();
        announce(t('comment.takenBack'));
      },
    }),
  );
  const { protocolId } = page;
  const { commentId, kind, number } = comment;
  if (!asking) {
    return (
      <div>
        <Button
          kind="quiet"
          small
          aria-label={t('comment.takeBackNamed', { number })}
          onClick={() => setAsking(true)}
        >
          {t('comment.takeBack')}
        </Button>
      </div>
    );
  }
  return (
    <Confirm
      question={t('comment.askTakeBack', { kind: t(`kind.${kind}`).toLowerCase() })}
      yes={t('comment.takeBack')}
      no={common('keep')}
      busy={withdraw.isPending}
      error={withdraw.error ? (problemOf(withdraw.error).sentence ?? problems('offline')) : undefined}
      onYes={() => withdraw.mutate({ protocolId, commentId })}
      onNo={() => setAsking(false)}
    />
  );
}
