import type { renewal as English } from '../en/renewal.ts';
import type { InOtherWords } from '../languages.ts';

export const renewal: InOtherWords<typeof English> = {
  link: 'Renovar en una sola vez',
  title: 'Renovar: {{code}}',
  lead: 'Lo que termina pronto, una tarjeta cada vez. {{code}} dice sí, no o ahora no. Nada se renueva solo.',
  endsOn: 'Un solo último día para lo que acepte',
  same: 'Igual que antes',
  sameHint: 'Una tarjeta cada vez, en este orden.',
  until: 'Termina el {{day}}',
  changed: 'Ya no es igual',
  changedHint: 'Esto no entra en las tarjetas.',
  why: {
    paused: 'Está en pausa. Hable antes de eso.',
    post: 'Hay alguien nuevo en el puesto, o nadie. Hable antes de eso.',
    left: 'Esa persona ya no trabaja ahí.',
    adult: 'También firma una persona adulta. Prepárelo de nuevo.',
    terms: 'Su agencia ya no comparte uno de estos tipos.',
    law: 'La ley pide más que antes. Prepárelo de nuevo.',
    paper: 'Sus palabras han cambiado. Prepárelo de nuevo.',
    'said-no': '{{code}} dijo que no. Termina solo.',
  },
  none: 'Nada termina en 45 días o menos',
  noneHint: 'Vuelva cuando un permiso esté por terminar.',
  cannot: 'Quien trabaja en el caso los renueva con {{code}}.',
  handOver: 'Dar la pantalla a {{code}}',
  handOverHint: 'Dele la pantalla a {{code}}. Hace falta un testigo a su lado.',
};
