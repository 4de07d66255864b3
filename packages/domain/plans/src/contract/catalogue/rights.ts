import type { NeedRow } from './entry.ts';

export const RIGHTS: readonly NeedRow[] = [
  [
    'out-of-detention',
    'incarceration-status',
    'jj-record',
    ['practical', 'housing', 'mentoring'],
    ['Staying out of detention, or coming home', 'No ir a detención, o volver a casa'],
    ['Days at home in the last six months.', 'Días en casa en los últimos seis meses.'],
    'incarceration',
  ],
  [
    'clear-the-record',
    'local',
    'jj-record',
    ['practical'],
    ['Clearing a record', 'Limpiar un expediente'],
    ['What could be sealed was asked for.', 'Se pidió sellar lo que se podía.'],
  ],
  [
    'papers-to-stay',
    'local',
    'immigration',
    ['practical'],
    ['Immigration help', 'Ayuda de inmigración'],
    ['A lawyer of their own has the matter in hand.', 'Un abogado propio lleva el asunto.'],
  ],
  [
    'rights-after-harm',
    'local',
    'exploitation-history',
    ['practical'],
    ['Rights of someone who was harmed', 'Derechos de alguien que sufrió daño'],
    ['They know their rights, and chose which to use.', 'Conoce sus derechos y eligió cuáles usar.'],
  ],
  [
    'money-owed',
    'local',
    'financial-benefits',
    ['practical'],
    ['Money that is owed to them', 'Dinero que se le debe'],
    ['What was asked for, and what was paid.', 'Lo que se pidió y lo que se pagó.'],
  ],
  [
    'identity-papers',
    'local',
    'case-plan',
    ['practical'],
    ['Birth certificate, ID and card', 'Acta de nacimiento, identificación y tarjeta'],
    ['Papers that they hold in their own hands.', 'Papeles que tiene en sus propias manos.'],
  ],
];
