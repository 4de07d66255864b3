import type { PlainRow } from './entry.ts';

/** What carries them. Each stands over the Gravity category of protective factors. */
export const STRENGTHS: readonly PlainRow[] = [
  ['knows-safe-people', 'safety', 'case-plan', 'Knows who is safe', 'Sabe quién es de confianza'],
  ['asks-for-help', 'safety', 'case-plan', 'Asks for help', 'Pide ayuda'],
  ['makes-a-home', 'home', 'case-plan', 'Takes care of their place', 'Cuida su lugar'],
  ['cares-for-body', 'body', 'health-general', 'Takes care of their body', 'Cuida su cuerpo'],
  [
    'knows-what-calms',
    'mind',
    'case-plan',
    'Knows what helps on a hard day',
    'Sabe qué ayuda en un día difícil',
  ],
  ['keeps-going', 'mind', 'case-plan', 'Keeps going', 'Sigue adelante'],
  ['likes-learning', 'learning', 'case-plan', 'Likes to learn', 'Le gusta aprender'],
  ['good-with-work', 'learning', 'case-plan', 'Good at a job or task', 'Hace bien un trabajo o una tarea'],
  ['has-someone', 'people', 'case-plan', 'Has someone they trust', 'Tiene a alguien de confianza'],
  ['cares-for-others', 'people', 'case-plan', 'Cares for others', 'Cuida de otras personas'],
  ['makes-friends', 'people', 'case-plan', 'Makes friends', 'Hace amistades'],
  [
    'has-talents',
    'self',
    'case-plan',
    'Art, music, sport or another talent',
    'Arte, música, deporte u otro talento',
  ],
  ['has-humor', 'self', 'case-plan', 'Makes people laugh', 'Hace reír a la gente'],
  ['has-roots', 'self', 'tribal', 'Knows where they come from', 'Sabe de dónde viene'],
  ['speaks-up', 'rights', 'case-plan', 'Speaks up for what is right', 'Defiende lo que es justo'],
];
