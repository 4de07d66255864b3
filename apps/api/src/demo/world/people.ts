import type { AgencyKey } from './agencies.ts';

/** Who works in the made-up county. */
export const PEOPLE = [
  { key: 'dana', agency: 'childwelfare', name: 'Dana Whitfield', title: 'Child welfare worker' },
  { key: 'amara', agency: 'childwelfare', name: 'Amara Osei', title: 'Child welfare supervisor' },
  { key: 'alma', agency: 'childwelfare', name: 'Alma Hughes', title: 'Consent administrator' },
  { key: 'hannah', agency: 'childwelfare', name: 'Hannah Brandt', title: 'Child welfare worker' },
  { key: 'luis', agency: 'childwelfare', name: 'Luis Ferrer', title: 'Child welfare worker' },
  { key: 'ortiz', agency: 'police', name: 'Rafael Ortiz', title: 'Detective' },
  { key: 'kwan', agency: 'police', name: 'Melanie Kwan', title: 'Missing youth officer' },
  { key: 'nair', agency: 'schools', name: 'Priya Nair', title: 'School liaison' },
  { key: 'obi', agency: 'schools', name: 'Grace Obi', title: 'School counselor' },
  { key: 'pruitt', agency: 'schools', name: 'Daniel Pruitt', title: 'Attendance mentor' },
  { key: 'blake', agency: 'schools', name: 'Owen Blake', title: 'Music teacher' },
  { key: 'sosa', agency: 'riverbend', name: 'Elena Sosa', title: 'Therapist' },
  { key: 'lindqvist', agency: 'riverbend', name: 'Anders Lindqvist', title: 'Therapist' },
  { key: 'bell', agency: 'probation', name: 'Marcus Bell', title: 'Probation officer' },
  { key: 'kim', agency: 'probation', name: 'Dolores Kim', title: 'Probation officer' },
  { key: 'noor', agency: 'harbor', name: 'Noor Haddad', title: 'Intake coordinator' },
  { key: 'jessa', agency: 'harbor', name: 'Jessa Cole', title: 'Night worker' },
  { key: 'samira', agency: 'welcome', name: 'Samira Noori', title: 'Family navigator' },
  { key: 'pavlo', agency: 'welcome', name: 'Pavlo Hrytsenko', title: 'Interpreter' },
  { key: 'tom', agency: 'health', name: 'Tom Akana', title: 'Clinic nurse' },
  { key: 'nadia', agency: 'health', name: 'Nadia Petrova', title: 'Clinic nurse' },
  { key: 'reyes', agency: 'health', name: 'Ana Reyes', title: 'Pediatrician' },
  { key: 'renee', agency: 'brightpath', name: 'Renee Clarke', title: 'Team facilitator' },
  { key: 'deshawn', agency: 'brightpath', name: 'DeShawn Miller', title: 'Mentor' },
  { key: 'marta', agency: 'brightpath', name: 'Marta Silva', title: 'Mentor coordinator' },
  { key: 'joseph', agency: 'cedar', name: 'Joseph Redwing', title: 'Family services worker' },
  { key: 'ida', agency: 'cedar', name: 'Ida Longwater', title: 'Family services director' },
] as const satisfies readonly { key: string; agency: AgencyKey; name: string; title: string }[];
export type PersonKey = (typeof PEOPLE)[number]['key'];

/** Survivor advisors of the network. */
export const ADVISORS = [
  { key: 'keisha', name: 'Keisha T.' },
  { key: 'ines', name: 'Ines M.' },
  { key: 'malik', name: 'Malik B.' },
  { key: 'rosa', name: 'Rosa D.' },
] as const;
export type AdvisorKey = (typeof ADVISORS)[number]['key'];
