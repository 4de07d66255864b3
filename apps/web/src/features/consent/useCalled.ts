import type { Permission } from '@accord/consent';
import { useWords } from '@accord/ui';
import { useKindsSentence } from './Kinds.tsx';

const isLive = ({ state }: Permission) => state === 'active' || state === 'paused';

/** What a button calls a permission: its recipient, and its use and kinds where the same one has another too. */
export function useCalled() {
  const t = useWords('permissions');
  const purposes = useWords('purposes');
  const sentence = useKindsSentence();
  return (permission: Permission, all: readonly Permission[]): string => {
    const { name } = permission.recipient;
    const alike = all.filter((one) => isLive(one) && one.recipient.name === name);
    if (alike.length < 2) return name;
    return t('alike', {
      name,
      purpose: purposes(permission.purpose),
      kinds: sentence(permission.categories),
    });
  };
}
