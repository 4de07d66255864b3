import type { Permission } from '@accord/consent';

/** Signed for a time that has not come yet: nothing is shared by it until then. */
export const startsLater = ({ startsAt }: Pick<Permission, 'startsAt'>, now = Date.now()): boolean =>
  startsAt !== null && Date.parse(startsAt) > now;
