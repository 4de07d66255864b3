import type { Permission } from '@accord/consent';
import { useWords } from '@accord/ui';
import { isSamePerson, useNameAmong } from '../../app/people.ts';
import { useKindsSentence } from './Kinds.tsx';

const isLive = ({ state }: Permission) =>
  state === 'active' || state === 'announced' || state === 'vacant' || state === 'paused';

/** What a button calls a permission: its recipient, and its use and kinds where the same one has another too. */
export function useCalled() {
  const t = useWords('permissions');
  const purposes = useWords('purposes');
  const sentence = useKindsSentence();
  const among = useNameAmong();
  return (permission: Permission, all: readonly Permission[]): string => {
    const recipients = all.filter(isLive).map(({ recipient }) => recipient);
    const name = among(permission.recipient, recipients);
    if (recipients.filter((one) => isSamePerson(one, permission.recipient)).length < 2) return name;
    return t('alike', {
      name,
      purpose: purposes(permission.purpose),
      kinds: sentence(permission.categories),
    });
  };
}
