import type { Match } from './codes.ts';
import { periodOf } from './dates.ts';
import { type Directory, type Party, partyOf } from './party.ts';
import { isJson, type Json } from './read.ts';
import { listOf, type Resource } from './resources.ts';

/**
 * Whether `who` is the one that a rule names, or surely one of them. `unknown` where that cannot be told: a name that
 * leads nowhere, a role of which nobody knows whether it is played now.
 */
export function isParty(who: Party | null, named: Party | null, directory: Directory): Match {
  if (!who || !named) return 'unknown';
  if (meets(who.refs, named.refs) || meets(who.identifiers, named.identifiers)) return 'yes';
  if (directory.steps <= 0) return 'unknown';
  const asMember = memberOf(who, named, { ...directory, steps: directory.steps - 1 });
  if (asMember !== null) return asMember;
  if (who.resources.length > 0 && named.resources.length > 0) return 'no';
  if (shareSystem(who.identifiers, named.identifiers)) return 'no';
  const ofOneKind = [...who.refs].some((a) => [...named.refs].some((b) => kindOf(a) === kindOf(b)));
  return ofOneKind && (named.resources.length > 0 || directory.isEmpty) ? 'no' : 'unknown';
}

const meets = (a: ReadonlySet<string>, b: ReadonlySet<string>) => [...a].some((each) => b.has(each));
const kindOf = (ref: string) => ref.slice(0, ref.lastIndexOf('/'));
const systemOf = (key: string) => key.slice(0, key.lastIndexOf('|'));

function shareSystem(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const systems = new Set([...a].map(systemOf).filter((system) => system !== ''));
  return [...b].some((key) => systems.has(systemOf(key)));
}

/**
 * Whether somebody belongs to what a rule names: a care team, a group, an organisation, or a role in one. Null where
 * membership has nothing to say.
 *
 * - CareTeam (active) and Group (of actual members): whoever is listed now.
 * - Organization: a PractitionerRole there; a Practitioner whose every active role is there. Some of them: unknown.
 * - Practitioner: whoever asks in a role that this person plays.
 * - PractitionerRole: the bare person could ask in another role: unknown.
 */
function memberOf(who: Party, named: Party, directory: Directory): Match | null {
  const answers = [
    ...named.resources.map((resource) => inResource(who, resource, directory)),
    ...who.resources
      .filter(({ resourceType }) => resourceType === 'PractitionerRole')
      .map((role) => byRole(role, named, directory)),
    inOrganisation(who, named, directory),
  ].filter((answer) => answer !== null);
  if (answers.includes('yes')) return 'yes';
  if (answers.includes('unknown')) return 'unknown';
  return answers.length > 0 ? 'no' : null;
}

function inResource(who: Party, resource: Resource, directory: Directory): Match | null {
  switch (resource.resourceType) {
    case 'CareTeam':
      if (resource['status'] !== 'active') return 'no';
      return listed(who, listOf(resource['participant']), 'member', directory);
    case 'Group':
      if (resource['actual'] === false || resource['membership'] === 'definitional') return 'unknown';
      return listed(who, listOf(resource['member']).filter(isActive), 'entity', directory);
    case 'PractitionerRole': {
      if (!isNow(resource, directory) || !isActive(resource)) return 'no';
      const isPerson = isParty(who, partyOf(resource['practitioner'], directory), directory);
      return isPerson === 'yes' ? 'unknown' : null;
    }
    default:
      return null;
  }
}

function listed(who: Party, entries: readonly unknown[], name: string, directory: Directory): Match {
  const answers = entries
    .filter((entry): entry is Json => isJson(entry) && isNow(entry, directory))
    .map((entry) => isParty(who, partyOf(entry[name], directory), directory));
  if (answers.includes('yes')) return 'yes';
  return answers.includes('unknown') ? 'unknown' : 'no';
}

/** Who asks in a role is the person who plays it, and acts for its organisation. */
function byRole(role: Resource, named: Party, directory: Directory): Match | null {
  if (!isActive(role) || !isNow(role, directory)) return null;
  const answers = ['practitioner', 'organization'].map((name) =>
    role[name] === undefined ? null : isParty(partyOf(role[name], directory), named, directory),
  );
  return answers.includes('yes') ? 'yes' : null;
}

function inOrganisation(who: Party, named: Party, directory: Directory): Match | null {
  const isOrganisation = [...named.refs].some((ref) => /(^|\/)Organization\//.test(ref));
  const isPerson = [...who.refs].some((ref) => /(^|\/)Practitioner\//.test(ref));
  if (!isOrganisation || !isPerson) return null;
  const roles = directory.resources.filter(
    (resource) =>
      resource.resourceType === 'PractitionerRole' &&
      isActive(resource) &&
      isNow(resource, directory) &&
      isParty(who, partyOf(resource['practitioner'], directory), directory) === 'yes',
  );
  if (roles.length === 0) return 'unknown';
  const there = roles.map((role) => isParty(partyOf(role['organization'], directory), named, directory));
  if (there.every((answer) => answer === 'yes')) return 'yes';
  return there.every((answer) => answer === 'no') ? 'no' : 'unknown';
}

const isActive = (entry: unknown) => isJson(entry) && entry['active'] !== false && entry['inactive'] !== true;

function isNow({ period }: Json, { at }: Directory): boolean {
  if (!isJson(period)) return period === undefined;
  const { start, end } = period;
  const { from, to } = periodOf(
    { ...(typeof start === 'string' && { start }), ...(typeof end === 'string' && { end }) },
    0,
    'resources.period',
  );
  return from <= at && at < to;
}
