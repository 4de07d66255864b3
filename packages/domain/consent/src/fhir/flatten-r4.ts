import type { Effect } from './codes.ts';
import { codesOf, conditionsOf } from './conditions.ts';
import type { ConsentR4, ProvisionR4 } from './consent-r4.ts';
import { NotUnderstood } from './problem.ts';
import type { Conditions, Rule } from './rules.ts';
import { ACT_CODE } from './systems.ts';

const BASES: Readonly<Record<string, Effect>> = {
  OPTIN: 'permit',
  OPTINR: 'permit',
  OPTOUT: 'deny',
  OPTOUTE: 'deny',
};

/**
 * R4 by its text: `policyRule` says what holds, the root provision where it holds, and each provision below is an
 * exception to the one around it, with a type of its own.
 */
export function flattenR4({ policyRule, provision }: ConsentR4, zone: number): Rule[] {
  const base = baseOf(policyRule);
  if (!provision) {
    return [{ effect: base, conditions: [], depth: 0, exceptionTo: null, element: 'Consent.policyRule' }];
  }
  const element = 'Consent.provision';
  if (provision.type) {
    throw new NotUnderstood(
      'NOT_ALLOWED_HERE',
      `${element}.type`,
      'The root rule of R4 has no type: policyRule says it.',
    );
  }
  // The period of the root is that of the whole Consent, which is looked at before.
  const { period: _, ...where } = conditionsOf(provision, zone, element);
  const rules: Rule[] = [{ effect: base, conditions: [where], depth: 0, exceptionTo: null, element }];
  addExceptions(provision, element, 0, rules, zone);
  return rules;
}

function addExceptions(
  around: ProvisionR4,
  element: string,
  parent: number,
  rules: Rule[],
  zone: number,
): void {
  for (const [at, provision] of (around.provision ?? []).entries()) {
    const here = `${element}.provision[${at}]`;
    const exceptionTo = rules[parent];
    const inherited: readonly Conditions[] = exceptionTo?.conditions ?? [];
    rules.push({
      effect: typeOf(provision, here),
      conditions: [...inherited, conditionsOf(provision, zone, here)],
      depth: (exceptionTo?.depth ?? 0) + 1,
      exceptionTo: parent,
      element: here,
    });
    addExceptions(provision, here, rules.length - 1, rules, zone);
  }
}

/** @throws NotUnderstood where it is missing: R4 asks for it in every nested rule. */
export function typeOf({ type }: ProvisionR4, element: string): Effect {
  if (type) return type;
  throw new NotUnderstood('MISSING', `${element}.type`, 'A nested rule says whether it permits or denies.');
}

function baseOf(policyRule: ConsentR4['policyRule']): Effect {
  const element = 'Consent.policyRule';
  const codes = policyRule ? codesOf(policyRule, element) : [];
  const bases = codes
    .filter(({ system }) => system === ACT_CODE)
    .flatMap(({ code }) => (Object.hasOwn(BASES, code) ? [BASES[code]] : []));
  const [base] = bases;
  if (base && bases.every((each) => each === base)) return base;
  throw new NotUnderstood('BASE_NOT_KNOWN', element, 'Nothing says whether this Consent opts in or out.');
}
