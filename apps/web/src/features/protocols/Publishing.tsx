import { Button, Notice, Stack, useAnnounce, useWords } from '@accord/ui';
import { useMutation } from '@tanstack/react-query';
import { Trouble } from '../../app/Trouble.tsx';
import { useTRPC } from '../../app/trpc.ts';
import css from './protocols.module.css';
import type { Reading } from './reading.ts';

/** What stands between this version and its publishing, for everybody; the next step, for its keepers. */
export function Publishing({ page, refresh }: Reading) {
  const t = useWords('protocols');
  const announce = useAnnounce();
  const trpc = useTRPC();
  const after = (said: string) => ({
    onSuccess: async () => {
      await refresh();
      announce(said);
    },
  });
  const send = useMutation(trpc.protocols.sendForReview.mutationOptions(after(t('send.sent'))));
  const publish = useMutation(trpc.protocols.publish.mutationOptions(after(t('publish.done'))));
  const { protocolId, version, status, holds, may } = page;
  if (status === 'published') return null;
  const failed = send.error ?? publish.error;
  const input = { protocolId, version };
  // What is there now decides what can be pressed: an error about how it was before goes.
  const lookAgain = () => {
    send.reset();
    publish.reset();
    void refresh();
  };
  return (
    <Notice tone={holds.includes('objection') ? 'stop' : holds.length > 0 ? 'care' : 'ok'}>
      <Stack gap="tight">
        {holds.length > 0 ? (
          <>
            <p className={css.strong}>{t(status === 'draft' ? 'send.title' : 'publish.title')}</p>
            <ul className={css.holds}>
              {holds.map((hold) => (
                <li key={hold}>{t(`publish.holds.${hold}`)}</li>
              ))}
            </ul>
          </>
        ) : (
          <p>{t('publish.ready')}</p>
        )}
        {may.includes('send-for-review') ? (
          <div>
            <Button kind="primary" busy={send.isPending} onClick={() => send.mutate(input)}>
              {t('send.button', { version })}
            </Button>
          </div>
        ) : null}
        {may.includes('publish') ? (
          <div>
            <Button kind="primary" busy={publish.isPending} onClick={() => publish.mutate(input)}>
              {t('publish.button', { version })}
            </Button>
          </div>
        ) : null}
        {failed ? <Trouble error={failed} onRetry={lookAgain} /> : null}
      </Stack>
    </Notice>
  );
}
