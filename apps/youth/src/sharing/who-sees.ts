import type { Permission } from '@accord/consent';
import { counted, fill, listed } from '../fill.ts';
import { words } from '../words.ts';

const { sharing } = words;

/** True when a permission names an agency's people instead of one person. */
export function namesAgency({ recipient }: Permission): boolean {
  return recipient.title === null;
}

/** "You share some of your information with 2 people". Two permissions for one person are one person. */
export function whoSees(active: readonly Permission[]): string {
  const names = (agency: boolean) =>
    new Set(
      active
        .filter(({ keptOut, categories }) => !keptOut && categories.length > 0)
        .filter((permission) => namesAgency(permission) === agency)
        .map(({ recipient }) => `${recipient.name}, ${recipient.agency}`),
    ).size;
  const [people, agencies] = [names(false), names(true)];
  const parts: string[] = [];
  if (people > 0) parts.push(counted(people, sharing.person_one, sharing.person_other));
  if (agencies > 0) parts.push(counted(agencies, sharing.agency_one, sharing.agency_other));
  return parts.length === 0 ? sharing.none : fill(sharing.count, { who: listed(parts) });
}
