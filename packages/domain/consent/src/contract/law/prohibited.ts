import type { CategoryCode } from '../categories.ts';
import { codesOf } from '../categories.ts';
import { deny, type Finding, type RuleId } from './rules.ts';

/**
 * Kinds that leave their agency by nothing: neither permission, order, statute, mandate nor emergency (consent-rules
 * A16). Their agency's own staff read them, as its work needs. A paper of their own for the two kinds of notes is not
 * offered in this version, so they are here too.
 */
const RULE_OF: Partial<Record<CategoryCode, RuleId>> = {
  'jj-sealed': 'A16-1',
  'mh-psychotherapy-notes': 'A16-3',
  'sud-counseling-notes': 'A16-3',
  'le-investigative': 'A16-4',
  'cw-reporter': 'A16-5',
  'shelter-location': 'A16-6',
  'legal-privileged': 'A16-12',
  'private-notes': 'private-notes',
};

/** The rule that keeps a kind where it is, whatever the basis; undefined for what some basis can open. */
export const findProhibition = (kind: CategoryCode): RuleId | undefined => RULE_OF[kind];

/** What of an item no basis opens beyond its own agency. */
export function prohibitions(mask: bigint): Finding[] {
  return codesOf(mask).flatMap((kind) => {
    const rule = findProhibition(kind);
    return rule ? [deny(rule)] : [];
  });
}
