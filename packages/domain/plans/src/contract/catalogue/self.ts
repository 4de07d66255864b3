import type { NeedRow } from './entry.ts';

export const SELF: readonly NeedRow[] = [
  [
    'culture',
    'local',
    'tribal',
    ['mentoring', 'practical'],
    ['Their culture or tribe', 'Su cultura o su tribu'],
    ['Time with their own people and ways.', 'Tiempo con su gente y sus costumbres.'],
  ],
  [
    'who-they-are',
    'local',
    'sogi',
    ['mentoring', 'treatment', 'medical'],
    ['Being who they are', 'Ser quien es'],
    ['Places where they can be themselves.', 'Lugares donde puede ser quien es.'],
  ],
  [
    'faith',
    'local',
    'case-plan',
    ['mentoring'],
    ['Faith or spirit', 'Fe o vida espiritual'],
    ['They can go where they want to go.', 'Puede ir adonde quiere ir.'],
  ],
  [
    'own-say',
    'local',
    'case-plan',
    ['mentoring', 'practical'],
    ['Having a say in the plan', 'Tener voz en el plan'],
    ['They say that the plan is theirs.', 'Dice que el plan es suyo.'],
  ],
  [
    'fun-and-talents',
    'local',
    'case-plan',
    ['mentoring', 'learning-work'],
    ['Fun and talents', 'Diversión y talentos'],
    ['Hours in a week for what they love.', 'Horas a la semana para lo que ama.'],
  ],
];
