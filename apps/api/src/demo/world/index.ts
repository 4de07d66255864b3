export { AGENCIES, type AgencyKey, type AgencyLaw } from './agencies.ts';
export { ADVISORS, type AdvisorKey, PEOPLE, type PersonKey } from './people.ts';
export type { Goal, Part, Referral, Share, Step, YoungPerson } from './young-person.ts';
export { JORDAN, LUZ, YOUNG_PEOPLE } from './young-people/index.ts';
