import {
  type CategoryCode,
  codesOf,
  DUTIES,
  type DutyRule,
  LAW_BASIS_KINDS,
  openableByLaw,
  SHAREABLE,
} from '@accord/consent';
import type { System } from '@accord/identity';
import type { AgencyId } from '@accord/kernel';
import type { BasisValues } from './basis-values.ts';

/** An agency that no regime binds: what even its basis could not open is not offered to anybody. */
const UNBOUND = {
  id: '' as AgencyId,
  coveredEntity: false,
  part2Program: false,
  victimFunding: [],
  youthShelter: null,
  educationAgency: false,
  childWelfare: null,
  justice: null,
  tribal: null,
};

/**
 * The kinds that what is filled in so far could open at the most. The server knows the agency and decides; this only
 * keeps from the form what no answer of it would take.
 */
export function openableKinds(values: BasisValues, system: System | undefined): readonly CategoryCode[] {
  const kind = LAW_BASIS_KINDS.find((each) => each === values.kind);
  if (!kind) return SHAREABLE;
  const duties = Object.keys(DUTIES) as DutyRule[];
  const asked =
    kind === 'mandate' ? duties.filter((duty) => values.duty === '' || values.duty === duty) : [null];
  const mask = asked.reduce((all, duty) => {
    const recipientSystem = system ?? (duty === null ? 'medical' : DUTIES[duty].to[0]);
    const ground = {
      kind,
      duty,
      hasSubpoena: values.subpoena.trim() !== '',
      custodian: UNBOUND,
      recipientSystem,
    };
    return all | openableByLaw({ ...ground, purposes: [] });
  }, 0n);
  return codesOf(mask);
}
