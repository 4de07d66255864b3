import type { CategoryCode, Permission } from '@accord/consent';
import { useWords } from '@accord/ui';

export type Person = Pick<Permission['recipient'], 'name' | 'agency'>;

/** Two people can share a name: who is meant is known only with where they work. */
export const isSamePerson = (one: Person, other: Person): boolean =>
  one.name === other.name && one.agency === other.agency;

/** The permissions in force that show this kind. */
export const showing = (permissions: readonly Permission[], kind: CategoryCode): Permission[] =>
  permissions.filter(({ state, categories }) => state === 'active' && categories.includes(kind));

/** Another permission that is not over names the same person or agency. */
export const hasOther = (permissions: readonly Permission[], { grantId, recipient }: Permission): boolean =>
  permissions.some(
    (each) =>
      each.grantId !== grantId &&
      ['active', 'announced', 'vacant', 'paused'].includes(each.state) &&
      isSamePerson(each.recipient, recipient),
  );

/** A name as it is read beside those of `all`: with the agency where somebody else has the same one. */
export function useNameAmong() {
  const t = useWords('notes');
  return ({ name, agency }: Person, all: readonly Person[]): string =>
    all.some((one) => one.name === name && one.agency !== agency)
      ? t('audienceOther', { name, agency })
      : name;
}
