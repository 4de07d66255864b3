import type { AgencyId, StaffActor } from '@accord/kernel';
import { Network } from '../support/network.ts';

export interface Houses {
  network: Network;
  welfare: AgencyId;
  clinic: AgencyId;
  dana: StaffActor;
  cora: StaffActor;
  sosa: StaffActor;
}

/** What a test of a function by hand begins with: child welfare with Dana and Cora, and a clinic with Sosa. No case yet. */
export async function twoHouses(): Promise<Houses> {
  const network = await Network.start();
  const welfare = await network.addAgency('County Welfare', 'child-welfare');
  const clinic = await network.addAgency('River Clinic', 'mental-health');
  return {
    network,
    welfare,
    clinic,
    dana: await network.addStaff(welfare, 'Dana'),
    cora: await network.addStaff(welfare, 'Cora'),
    sosa: await network.addStaff(clinic, 'Sosa'),
  };
}
