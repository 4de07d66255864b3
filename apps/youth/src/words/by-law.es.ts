import type { InOtherWords } from '@accord/ui/languages';
import type { byLaw as English } from './by-law.en.ts';

export const byLaw: InOtherWords<typeof English> = {
  title: 'Abierto por ley',
  lead: 'Una ley o un juez abrió esto. Nadie te pidió que dijeras que sí, y aquí no se puede parar.',
  none: 'Ahora nada tuyo está abierto por ley.',
  knowsOf: 'Sabe que hay algo, y no lo puede leer',
  reason: {
    court_order: 'Un juez lo ordenó. La orden es {number}.',
    team_statute: 'Lo dice una ley para quienes trabajan en equipo. La ley es {number}.',
    mandate: 'Una ley dice que hay que dar parte. El parte es {number}.',
    emergency: 'Hubo una emergencia.',
  },
  natures: {
    'hurt-or-ill': 'Fue una emergencia: estabas muy mal o con una herida.',
    'in-danger': 'Fue una emergencia: alguien estaba en peligro.',
    missing: 'Fue una emergencia: no sabían dónde estabas.',
  },
  time: '{day}, a las {time}',
  ask: 'Puedes hablar de esto con {who}. Lo anotó.',
  past: '{who}: {what}. Esto ya pasó.',
  agreed: '{who} estuvo de acuerdo.',
  papers: 'Papeles que preguntan por ti',
  paper: 'El {day} llegó un papel de un abogado o de un juez a {who}. Su número es {number}.',
  paperState: {
    open: 'No ha abierto nada. Puedes mostrar esto a un abogado.',
    closed: 'Ya pasó. No abrió nada.',
    ordered: 'Después un juez lo ordenó. Esa orden está en esta página.',
  },
  packages: 'Datos que se entregaron',
  package: 'El {day}, {owner} entregó esto a {who} por una orden: {what}. El número es {number}.',
  noPackage: 'El {day}, {owner} contestó a quien pidió datos. No se dio nada tuyo. El número es {number}.',
  looks: 'Otra persona mira en un día si hacía falta.',
  reviewed: {
    right: '{who} lo miró el {day}. Hacía falta.',
    'not-right': '{who} lo miró el {day}. No hacía falta.',
  },
};
