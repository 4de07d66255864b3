import { useWords } from '@accord/ui';
import { useInbox } from './useInbox.ts';

/** "Inbox: 2 to decide". Asks only: the rest can wait. */
export function InboxLabel() {
  const t = useWords('frame');
  const { data } = useInbox();
  const count = data?.waiting.filter(({ is }) => is === 'request').length ?? 0;
  return <>{count > 0 ? t('inboxWaiting', { count }) : t('inbox')}</>;
}
