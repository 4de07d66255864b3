import type { Permission, RecordStopInput } from '@accord/consent';
import { GrantId } from '@accord/kernel';
import { isSamePerson } from '../../../app/people.ts';

type What = RecordStopInput['what'];

/** What a stop can name, as a choice field holds it: `everything`, `recipient:<id>` or `permission:<id>`. */
export const keyOf = (what: What): string =>
  what.is === 'everything' ? what.is : `${what.is}:${what.grantId}`;

export function toWhat(key: string): What | undefined {
  const [is, id] = key.split(':');
  if (is === 'everything') return { is };
  const grantId = GrantId.safeParse(id);
  return (is === 'recipient' || is === 'permission') && grantId.success
    ? { is, grantId: grantId.data }
    : undefined;
}

/** What can still be stopped: signed, and not over. A paused one could be started again. */
export const stoppable = (permissions: readonly Permission[]): Permission[] =>
  permissions.filter(({ state }) => ['active', 'announced', 'vacant', 'paused'].includes(state));

/** The first permission of each recipient: it stands for all of theirs. */
export const oneOfEach = (permissions: readonly Permission[]): Permission[] =>
  permissions.filter(
    (one, index) =>
      permissions.findIndex(({ recipient }) => isSamePerson(recipient, one.recipient)) === index,
  );

/** Where somebody has several, each of theirs can be named alone. */
export const oneOfSeveral = (permissions: readonly Permission[]): Permission[] =>
  permissions.filter(
    (one) => permissions.filter(({ recipient }) => isSamePerson(recipient, one.recipient)).length > 1,
  );
