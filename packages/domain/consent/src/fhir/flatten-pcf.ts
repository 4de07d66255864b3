import { conditionsOf } from './conditions.ts';
import type { ConsentR4, ProvisionR4 } from './consent-r4.ts';
import { typeOf } from './flatten-r4.ts';
import { NotUnderstood } from './problem.ts';
import type { Rule } from './rules.ts';

/** What the profile takes away from R4: https://profiles.ihe.net/ITI/PCF/ */
const NOT_IN_PCF = ['action', 'class', 'code'] as const;

/**
 * IHE Privacy Consent on FHIR: the root provision has a type and limits it, and what lies outside is not spoken of. A
 * nested rule has a type too. A nested permission keeps each limit of the root that it does not write itself, so that
 * "and restricted data for this practitioner" stays within the root's purposes; a nested denial keeps none of them.
 */
export function flattenPcf({ policyRule, provision }: ConsentR4, zone: number): Rule[] {
  if (policyRule) throw new NotUnderstood('NOT_ALLOWED_HERE', 'Consent.policyRule', 'PCF does not use it.');
  const element = 'Consent.provision';
  if (!provision) throw new NotUnderstood('MISSING', element, 'PCF says everything in it.');
  refuse(provision, element);
  const { period: _, ...root } = conditionsOf(provision, zone, element);
  const rules: Rule[] = [
    { effect: typeOf(provision, element), conditions: [root], depth: 0, exceptionTo: null, element },
  ];
  for (const [at, nested] of (provision.provision ?? []).entries()) {
    const here = `${element}.provision[${at}]`;
    refuse(nested, here);
    if (nested.provision) {
      throw new NotUnderstood('NOT_ALLOWED_HERE', `${here}.provision`, 'PCF has no third level.');
    }
    const effect = typeOf(nested, here);
    const own = conditionsOf(nested, zone, here);
    const kept = effect === 'permit' && rules[0]?.effect === 'permit' ? { ...root, ...own } : own;
    rules.push({ effect, conditions: [kept], depth: 1, exceptionTo: 0, element: here });
  }
  return rules;
}

function refuse(provision: ProvisionR4, element: string): void {
  const name = NOT_IN_PCF.find((each) => provision[each] !== undefined);
  if (name) throw new NotUnderstood('NOT_ALLOWED_HERE', `${element}.${name}`, 'PCF does not use it.');
}
