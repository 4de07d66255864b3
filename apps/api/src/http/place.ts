import { isIPv6 } from 'node:net';

/**
 * Where a call counts as coming from, for limits: an IPv4 address, or the /64 of an IPv6 one. Whoever has one address
 * of a /64 commonly has all of them, and would have as many tries. Anything else counts as itself.
 */
export function placeOf(address: string): string {
  const [bare = ''] = address.toLowerCase().split('%');
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(bare)?.[1];
  if (mapped) return mapped;
  if (!isIPv6(bare)) return bare;
  return `${groupsOf(bare).slice(0, 4).join(':')}::/64`;
}

/** The eight groups of an IPv6 address, without leading zeros; an IPv4 tail is two of them, whatever they hold. */
function groupsOf(address: string): string[] {
  const [before = '', after] = address.replace(/\d+\.\d+\.\d+\.\d+$/, '0:0').split('::');
  const split = (part: string) =>
    part.split(':').flatMap((group) => (group === '' ? [] : [Number.parseInt(group, 16).toString(16)]));
  const [head, tail] = [split(before), split(after ?? '')];
  return [...head, ...Array.from({ length: 8 - head.length - tail.length }, () => '0'), ...tail];
}
