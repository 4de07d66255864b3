/** The systems around a young person, by code. Linted as youth words. */
export const systems = {
  'child-welfare': 'Child welfare',
  'law-enforcement': 'Police',
  'juvenile-justice': 'Probation and youth court',
  'runaway-homeless-youth': 'Youth shelter and outreach',
  'refugee-immigrant': 'Refugee and immigrant services',
  education: 'School',
  'mental-health': 'Mental health',
  medical: 'Health care',
  community: 'Community services',
} as const;
