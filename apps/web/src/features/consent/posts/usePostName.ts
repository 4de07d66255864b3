import type { Permission } from '@accord/consent';
import { useWords } from '@accord/ui';

/** Whom a permission is for: by name, or by what they are and who that is now, or was while it held. */
export function usePostName() {
  const t = useWords('posts');
  return ({ state, recipient: { name, agency, post } }: Pick<Permission, 'state' | 'recipient'>): string => {
    if (post === null) return name;
    if (name === agency || state === 'vacant') return t('ofNobody', { post });
    return t(state === 'stopped' || state === 'ended' ? 'ofThen' : 'of', { post, name });
  };
}
