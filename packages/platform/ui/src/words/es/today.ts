import type { today as English } from '../en/today.ts';
import type { InOtherWords } from '../languages.ts';

/** Con qué empieza el día de quien trabaja en los casos. */
export const today: InOtherWords<typeof English> = {
  title: 'Hoy',
  lead: 'Lo que le toca hacer, lo que viene y lo que ha cambiado.',
  due: {
    title: 'Le toca a usted',
    empty: 'No hay nada pendiente',
    clear: 'Ningún paso le espera.',
    clearUntil: 'Ningún paso le espera. Lo próximo: {{what}}, {{code}}.',
  },
  coming: {
    title: 'En los próximos siete días',
    empty: 'No hay citas.',
  },
  waiting: {
    title: 'En manos de otras personas',
    empty: 'Nadie más tiene un paso abierto de su agencia.',
  },
  changed: {
    title: 'Ha cambiado desde que miró',
    empty: 'No hay nada nuevo de otras personas.',
    notLooked: 'Todavía no ha mirado esta página.',
    since_one: '{{count}} cambio, {{when}}.',
    since_other: '{{count}} cambios, el último {{when}}.',
  },
  more: 'Hay más de lo que cabe en esta página. En Mis casos está el resto.',
};
