import type { System } from '@accord/identity';
import type { AgencyId, StaffActor } from '@accord/kernel';
import type { Network } from './network.ts';

const WELFARE = { agency: 'County Welfare', system: 'child-welfare' } as const;

/** Who can be on the staff of a test's world: where they work. Their name is what they are called here. */
export const PEOPLE = {
  dana: WELFARE,
  cora: WELFARE,
  stan: WELFARE,
  ortiz: { agency: 'Town Police', system: 'law-enforcement' },
  nair: { agency: 'Unified Schools', system: 'education' },
  sosa: { agency: 'River Clinic', system: 'mental-health' },
  bell: { agency: 'Juvenile Probation', system: 'juvenile-justice' },
  noor: { agency: 'Harbor House', system: 'runaway-homeless-youth' },
} as const satisfies Record<string, { agency: string; system: System }>;
export type Name = keyof typeof PEOPLE;

/** Adds these people, and the agencies that they work for. */
export async function addPeople<Called extends Name>(
  network: Network,
  ...names: readonly Called[]
): Promise<Record<Called, StaffActor>> {
  const agencies = new Map<string, AgencyId>();
  const people: Partial<Record<Called, StaffActor>> = {};
  for (const name of names) {
    const { agency, system } = PEOPLE[name];
    const agencyId = agencies.get(agency) ?? (await network.addAgency(agency, system));
    agencies.set(agency, agencyId);
    people[name] = await network.addStaff(agencyId, name);
  }
  return people as Record<Called, StaffActor>;
}
