import type { demo as English } from '../en/demo.ts';
import type { InOtherWords } from '../languages.ts';

export const demo: InOtherWords<typeof English> = {
  ribbon: 'Demostración. Personas inventadas.',
  title: '¿Quién le gustaría ser?',
  lead: 'El condado de Alder no existe. Elija a una persona para ver Accord como esa persona lo ve.',
  staff: 'Personas del equipo',
  youth: 'La persona joven',
  enter: 'Entrar como {{name}}',
  enterOwn: 'Abrir la aplicación de {{name}}',
  ownApp: 'Los jóvenes tienen su propia aplicación, en su propia dirección.',
  sideTitle: 'Vea los dos lados a la vez',
  sideLead: 'Dos personas, dos sesiones. Una deja de compartir, y la otra página cambia.',
  sideEnter: 'Abrir lado a lado',
  side: {
    title: 'Lado a lado',
    lead: 'A la izquierda, {{left}} decide. A la derecha está la página abierta de {{right}}.',
    left: '{{name}}: lo que comparto',
    right: '{{name}}: página del caso',
    choose: 'A la derecha',
    back: 'Volver a las personas',
  },
};
