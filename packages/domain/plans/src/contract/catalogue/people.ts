import type { NeedRow } from './entry.ts';

export const PEOPLE: readonly NeedRow[] = [
  [
    'trust-and-closeness',
    'local',
    'mh-record',
    ['treatment', 'mentoring', 'parenting'],
    ['Trust and closeness', 'Confianza y cercanía'],
    ['People whom they would call first.', 'Personas a quienes llamaría primero.'],
    'attachment',
  ],
  [
    'not-alone',
    'social-connection',
    'case-plan',
    ['mentoring', 'learning-work'],
    ['Friends, and not being alone', 'Amistades y no sentir soledad'],
    ['Times in a week with people they like.', 'Veces por semana con gente que le agrada.'],
    'isolation',
  ],
  [
    'family',
    'local',
    'case-plan',
    ['parenting', 'treatment'],
    ['Family and those who care for them', 'Familia y quienes cuidan'],
    ['Visits that went well, in their words.', 'Visitas que salieron bien, en sus palabras.'],
  ],
  [
    'grown-up-for-good',
    'local',
    'case-plan',
    ['mentoring', 'parenting'],
    ['A grown-up who stays', 'Una persona adulta que se queda'],
    ['One grown-up who will be there after 18.', 'Una persona adulta que estará después de los 18.'],
  ],
  [
    'mentor',
    'local',
    'case-plan',
    ['mentoring'],
    ['Someone who has been there', 'Alguien que pasó por lo mismo'],
    ['They meet, and want to meet again.', 'Se ven, y quieren volver a verse.'],
  ],
  [
    // That there is a child tells of a pregnancy, so the young person decides over it as over that.
    'their-own-child',
    'local',
    'health-sexual-repro',
    ['parenting', 'practical', 'medical'],
    ['Being a parent', 'Ser madre o padre'],
    ['Their child has care that they chose.', 'Su bebé tiene el cuidado que eligió.'],
  ],
];
