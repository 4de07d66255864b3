import type { NeedRow } from './entry.ts';

export const SAFETY: readonly NeedRow[] = [
  [
    'safe-from-someone',
    'local',
    'exploitation-history',
    ['practical', 'housing', 'mentoring'],
    ['Staying safe from someone', 'Estar a salvo de alguien'],
    ['They say on more days that they feel safe.', 'Dice en más días que se siente a salvo.'],
    're-victimisation',
  ],
  [
    'partner-harm',
    'intimate-partner-violence',
    'exploitation-history',
    ['practical', 'treatment', 'housing'],
    ['Being hurt by a partner', 'Daño por parte de la pareja'],
    ['They say on more days that they feel safe.', 'Dice en más días que se siente a salvo.'],
  ],
  [
    'safe-contact',
    'local',
    'contact-location',
    ['practical'],
    ['A safe way to be reached', 'Una forma segura de contacto'],
    ['A safe way was confirmed in the last 14 days.', 'Una forma segura se confirmó en los últimos 14 días.'],
  ],
  [
    'online-safety',
    'local',
    'exploitation-history',
    ['mentoring', 'practical'],
    ['Being safe online', 'Seguridad en internet'],
    ['They know how to block, report and get help.', 'Sabe bloquear, avisar y pedir ayuda.'],
  ],
  [
    'time-away',
    'local',
    'contact-location',
    ['housing', 'mentoring'],
    ['Times away from where they live', 'Tiempos fuera de donde vive'],
    ['Fewer nights away without a safe place.', 'Menos noches fuera sin un lugar seguro.'],
  ],
];
