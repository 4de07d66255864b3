import { useWords } from '@accord/ui';
import { useEmergencyCount } from '../../app/useEmergencyCount.ts';
import { useInbox } from './useInbox.ts';

/** "Inbox: 2 to decide". Asks, and emergencies that wait for this person: the rest can wait. */
export function InboxLabel() {
  const t = useWords('frame');
  const { data } = useInbox();
  const asks = data?.waiting.filter(({ is }) => is === 'request').length ?? 0;
  const count = asks + useEmergencyCount();
  return <>{count > 0 ? t('inboxWaiting', { count }) : t('inbox')}</>;
}
