/** What information may be used for, by the code of the purpose. Linted as youth words. */
export const purposes = {
  'care-plan-coordination': 'Working together on the plan',
  'service-referral': 'Finding a service',
  'child-protection': 'Keeping a young person safe',
  'education-support': 'Support at school',
  treatment: 'Care and treatment',
  investigation: 'Police investigation',
  'court-report': 'A report for the court',
  'missing-child-response': 'Finding a missing young person',
  'victim-advocacy': 'Standing by a young person',
  'self-access': 'Looking at their own information',
} as const;
