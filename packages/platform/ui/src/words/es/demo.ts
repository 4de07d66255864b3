import type { demo as English } from '../en/demo.ts';
import type { InOtherWords } from '../languages.ts';

export const demo: InOtherWords<typeof English> = {
  ribbon: 'Demostración. Personas inventadas.',
  title: '¿Quién le gustaría ser?',
  lead: 'El condado de Alder no existe. Elija a una persona para ver Accord como esa persona lo ve.',
  groups: {
    team: 'Personas del equipo',
    consent: 'Quien cuida los permisos',
    advisor: 'Quien revisa cómo funciona',
    youth: 'Jóvenes',
  },
  over: 'Su sesión se cerró. La demostración se reinició, o nadie usó esta página por un rato. Elija a una persona.',
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
    lead: 'Deja todo como estaba el primer día. Se cierran todas las sesiones.',
    go: 'Reiniciar la demostración',
    working: 'Preparando un condado nuevo: {{percent}} por ciento',
    waiting: 'Alguien está preparando un condado nuevo ahora mismo.',
    done: 'La demostración está como nueva. Se cerraron todas las sesiones.',
    undo: 'Deshacer el reinicio',
    undone: 'Volvió la demostración de antes.',
  },
  tour: {
    title: 'Un recorrido en siete escenas',
    lead: 'Cada escena abre una página real como la persona que trabaja ahí. Salga y vuelva cuando quiera.',
    offerTitle: 'Hacer el recorrido',
    offerLead: 'Siete escenas, desde la primera plática hasta un protocolo que toda la red apoya.',
    offer: 'Mostrar las escenas',
    label: 'Recorrido',
    at: 'Recorrido {{scene}} de {{count}}: {{title}}',
    next: 'Sigue: {{title}}',
    leave: 'Salir del recorrido',
    left: 'Salió del recorrido.',
    go: 'Llevarme ahí',
    goTo: 'Llevarme ahí: {{title}}',
    as: 'Como {{name}}, {{title}}',
    scenes: {
      intake: {
        title: 'Abrir un caso',
        text: 'Dana abre un caso. Solo hace falta un nombre: el que usa la persona joven.',
      },
      permission: {
        title: 'Permiso',
        text: 'Dana prepara un permiso: quién, qué tipos, para qué, hasta cuándo. Luego Jordan recibe la pantalla y decide.',
      },
      case: {
        title: 'El caso',
        text: 'Las metas de Jordan van primero, en sus palabras. Cada dato dice quién más lo lee.',
      },
      hidden: {
        title: 'Por qué algo no se ve',
        text: 'El mismo caso, como se ve para Elena. Una nota de otra parte del equipo está cerrada; «Por qué» dice qué se puede pedir.',
      },
      referral: {
        title: 'Una derivación y su respuesta',
        text: 'Jordan y Sofia pidieron un cuarto en Harbor House. Noor dice que sí, o que no y por qué.',
      },
      plan: {
        title: 'Un plan entre agencias',
        text: 'Un solo plan para Luz, en sus propias palabras. La clínica, la escuela y los mentores dan cada uno sus pasos.',
      },
      signOff: {
        title: 'Firma de un protocolo',
        text: 'Keisha lee cómo trabaja la red. Un protocolo no se publica con una objeción en pie.',
      },
    },
  },
};
