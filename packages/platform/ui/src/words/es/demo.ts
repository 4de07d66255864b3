import type { demo as English } from '../en/demo.ts';
import type { InOtherWords } from '../languages.ts';

export const demo: InOtherWords<typeof English> = {
  ribbon: 'Demostración. Personas inventadas.',
  title: '¿Quién le gustaría ser?',
  lead: 'El condado de Alder no existe. Elija a una persona para ver Accord como esa persona lo ve.',
  groups: {
    team: 'Personas del equipo',
    consent: 'Quien cuida los permisos',
    advisor: 'Quien revisa cómo se trabaja',
    youth: 'Jóvenes',
  },
  over: 'Se cerró su sesión. La demostración empezó de nuevo, o nadie usó esta página un rato. Elija a una persona.',
  enter: 'Entrar como {{name}}',
  enterOwn: 'Abrir la aplicación de {{name}}',
  ownApp: 'Los jóvenes tienen su propia aplicación, en su propia dirección.',
  sideTitle: 'Vea los dos lados a la vez',
  sideLead: 'Dos personas, dos sesiones. Una deja de compartir, y la otra página cambia.',
  sideEnter: 'Abrir lado a lado',
  entering: 'Un momento',
  side: {
    title: 'Lado a lado',
    lead: 'A la izquierda, {{left}} decide. A la derecha está la página abierta de {{right}}.',
    left: '{{name}}: lo que comparto',
    right: '{{name}}: página del caso',
    chooseLeft: 'A la izquierda',
    choose: 'A la derecha',
    back: 'Volver a las personas',
  },
  switcher: {
    open: 'Cambiar de persona',
    panel: 'Personas de la demostración',
    who: '{{title}}, {{agency}}',
    own: '{{title}}, en su propia aplicación',
  },
  reset: {
    title: 'Empezar de nuevo',
    lead: 'Deja todo como el primer día. Se cierra la sesión de todos.',
    go: 'Reiniciar la demostración',
    working: 'Haciendo un condado nuevo: {{percent}} por ciento',
    waiting: 'Alguien está haciendo un condado nuevo ahora mismo.',
    done: 'La demostración está como nueva. Se cerró la sesión de todos.',
    undo: 'Deshacer el reinicio',
    undone: 'Volvió la demostración de antes.',
  },
  tour: {
    title: 'Una visita en siete escenas',
    lead: 'Cada escena abre una página real como la persona que trabaja allí. Salga y vuelva cuando quiera.',
    offerTitle: 'Haga la visita',
    offerLead: 'Siete escenas, de la primera plática a un protocolo con el sí de todos.',
    offer: 'Mostrarme las escenas',
    label: 'Visita',
    at: 'Visita {{scene}} de {{count}}: {{title}}',
    next: 'Sigue: {{title}}',
    leave: 'Dejar la visita',
    left: 'Dejó la visita.',
    go: 'Llevarme allí',
    goTo: 'Llevarme allí: {{title}}',
    as: 'Como {{name}}, {{title}}',
    scenes: {
      intake: {
        title: 'Primer día',
        text: 'Dana abre un caso. Solo hace falta un nombre: el que usa la persona joven.',
      },
      permission: {
        title: 'Permiso',
        text: 'Dana prepara un permiso: quién, qué tipos, para qué, hasta cuándo. Luego Jordan recibe la pantalla y decide.',
      },
      case: {
        title: 'Página del caso',
        text: 'Las metas de Jordan van primero, en las palabras de Jordan. Cada cosa dice quién más la lee.',
      },
      hidden: {
        title: 'Por qué no se ve',
        text: 'El mismo caso, como lo ve Rafael. Lo que Jordan no compartió no está, y nada dice cuánto es.',
      },
      referral: {
        title: 'Un envío y su respuesta',
        text: 'Kai le pidió una cama a Harbor House. Noor ve lo que Kai compartió para eso, y responde.',
      },
      plan: {
        title: 'Un plan entre agencias',
        text: 'Un solo plan para Luz, en las palabras de Luz. La clínica, la escuela y los mentores hacen cada quien sus pasos.',
      },
      signOff: {
        title: 'Firma de un protocolo',
        text: 'Keisha lee cómo trabaja la red. Un protocolo no se publica con una objeción en pie.',
      },
    },
  },
};
