import type { Permission } from '@accord/consent';
import { useWords } from '@accord/ui';

/** Whom a permission is for: by name, or by what they are and who that is now. */
export function usePostName() {
  const t = useWords('posts');
  return ({ name, agency, post }: Pick<Permission['recipient'], 'name' | 'agency' | 'post'>): string => {
    if (post === null) return name;
    return name === agency ? t('ofNobody', { post }) : t('of', { post, name });
  };
}
