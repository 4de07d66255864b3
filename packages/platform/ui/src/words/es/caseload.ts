import type { caseload as English } from '../en/caseload.ts';
import type { InOtherWords } from '../languages.ts';

export const caseload: InOtherWords<typeof English> = {
  title: 'Quién trabaja en qué',
  lead: 'Los casos que usted supervisa. Páselos a otra persona cuando alguien se va o falta.',
  onlySupervisor: 'Quien supervisa un caso aquí dice quién trabaja en ese caso.',
  empty: 'Nadie trabaja en un caso que usted supervise',
  emptyHint: 'Cuando alguien lo haga, podrá pasar sus casos aquí.',
  people: 'Colegas',
  hasLeft: '{{title}}. Ya no está aquí: pase estos casos.',
  covers: '(suple hasta el {{day}})',
  hand: 'Pasar casos',
  handNamed: 'Pasar los casos de {{name}}',
  who: '¿Quién trabaja en estos casos ahora?',
  chooseWho: 'Elija un colega',
  person: '{{name}}, {{title}}',
  howLong: '¿Por cuánto tiempo?',
  long: {
    'for-good': 'Para siempre. {{name}} ya no los ve',
    until: 'Hasta un día. {{name}} los sigue viendo',
  },
  untilOn: 'El último día',
  which: '¿Qué casos?',
  whatHolds:
    'Cada permiso queda como se firmó. Los pasos abiertos van también. A cada joven se le avisa en su página, y puede pedir hablar.',
  send_one: 'Pasar 1 caso',
  send_other: 'Pasar {{count}} casos',
  done_one: '{{name}} trabaja en 1 caso más. Se avisa a la persona joven.',
  done_other: '{{name}} trabaja en {{count}} casos más. Se avisa a los jóvenes.',
  link: 'Pasar casos a otra persona',
  talk: {
    title: 'Quieren hablar',
    about: 'Quiere hablar de {{name}}, que es alguien nuevo. Desde el {{day}}.',
    said: 'Ya hablamos',
    saidNamed: 'Ya hablamos: {{code}}',
    done: 'Queda escrito.',
  },
};
