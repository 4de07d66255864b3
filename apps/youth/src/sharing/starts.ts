import type { Permission } from '@accord/consent';

/** The instant from which it holds, where it was signed for a time that is still to come; null where it holds now. */
export const startOf = ({ startsAt }: Permission, now = Date.now()): string | null =>
  startsAt !== null && Date.parse(startsAt) > now ? startsAt : null;
