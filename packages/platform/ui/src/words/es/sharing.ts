import type { sharing as English } from '../en/sharing.ts';
import type { InOtherWords } from '../languages.ts';

/** "Lo que comparto", como lo lee la persona joven: se le habla de tú. */
export const sharing: InOtherWords<typeof English> = {
  title: 'Lo que comparto',
  people_one: 'Compartes parte de tu información con 1 persona.',
  people_other: 'Compartes parte de tu información con {{count}} personas.',
  none: 'No compartes nada. Está bien.',
  label: 'Quién puede ver algo',
  canSee: 'Puede ver',
  until: 'Hasta el {{day}}',
  stop: 'Parar',
  stopOne: 'Parar: dejar de compartir {{kind}} con {{name}}',
  stopAll: 'Dejar de compartir todo con {{name}}',
  ask: '¿Dejar de compartir {{kinds}} con {{name}}?',
  yes: 'Dejar de compartir',
  keep: 'Seguir compartiendo',
  done: '{{name}} ya no puede ver: {{kinds}}.',
  known: 'Lo que ya leyeron, lo saben.',
};
