import type { CategoryCode } from '@accord/consent';
import type { System } from '@accord/identity';

/** What the law asks of an agency; left out is no. */
export interface AgencyLaw {
  coveredEntity?: boolean;
  educationAgency?: boolean;
  youthShelter?: 'basic-center' | 'transitional-living';
  tribal?: boolean;
}

interface Agency {
  key: string;
  name: string;
  system: System;
  law?: AgencyLaw;
  /** The organisation of the sample directory that it runs, by its id there. */
  runs?: string;
  /** What an agency of its own right says about its data, and the only kinds that it ever shares. */
  terms?: { text: string; shareable: readonly CategoryCode[] };
}

/** The made-up county of the demo: all eight systems, the community services beside them, and a tribe. */
export const AGENCIES = [
  { key: 'childwelfare', name: 'Alder County Child Welfare', system: 'child-welfare' },
  { key: 'police', name: 'Alder Police Youth Unit', system: 'law-enforcement' },
  { key: 'schools', name: 'Alder Unified Schools', system: 'education', law: { educationAgency: true } },
  { key: 'riverbend', name: 'Riverbend Counseling', system: 'mental-health', law: { coveredEntity: true } },
  { key: 'probation', name: 'Alder Juvenile Probation', system: 'juvenile-justice' },
  {
    key: 'harbor',
    name: 'Harbor House Youth Shelter',
    system: 'runaway-homeless-youth',
    law: { youthShelter: 'transitional-living' },
    runs: 'harbor-house',
  },
  { key: 'welcome', name: 'Welcome Center for New Families', system: 'refugee-immigrant' },
  { key: 'health', name: 'Alder Community Health', system: 'medical', law: { coveredEntity: true } },
  { key: 'brightpath', name: 'Bright Path Mentoring', system: 'community' },
  {
    key: 'cedar',
    name: 'Cedar River Tribe Family Services',
    system: 'child-welfare',
    law: { tribal: true },
    terms: {
      text: 'Cedar River decides about what Cedar River keeps. It shares plans, services and appointments, one person at a time. Records of the tribe stay with the tribe.',
      shareable: ['id-core', 'contact-location', 'case-plan', 'service-linkage', 'appointments', 'meetings'],
    },
  },
] as const satisfies readonly Agency[];
export type AgencyKey = (typeof AGENCIES)[number]['key'];
