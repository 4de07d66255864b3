import type { states as English } from '../en/states.ts';
import type { InOtherWords } from '../languages.ts';

export const states: InOtherWords<typeof English> = {
  permission: {
    draft: 'Aún no preguntado',
    active: 'Compartido',
    announced: 'Alguien nuevo',
    vacant: 'Ahora no hay nadie',
    paused: 'En pausa',
    stopped: 'Ya no se comparte',
    ended: 'Terminado',
  },
  referral: {
    requested: 'Enviado',
    accepted: 'Dijeron que sí',
    rejected: 'No pueden',
    'in-progress': 'Empezado',
    'on-hold': 'En pausa',
    completed: 'Dicen que ya está',
    failed: 'No funcionó',
    cancelled: 'Retirado',
  },
  helped: {
    yes: 'Ayudó',
    no: 'No ayudó mucho',
  },
  /** Para ir después de "No pueden:". */
  declined: {
    full: 'sin lugar por ahora',
    age: 'no es para esta edad',
    distance: 'queda muy lejos',
    group: 'no atiende a este grupo',
    'other-help': 'no es este tipo de ayuda',
    'not-said': 'no se puede decir por qué',
  },
  item: {
    profile: 'Sobre la persona joven',
    goal: 'Meta',
    step: 'Paso',
    note: 'Nota',
    referral: 'Derivación a un servicio',
    appointment: 'Cita',
    meeting: 'Reunión del equipo',
    decision: 'Decisión',
    statement: 'Su versión',
    strength: 'Fortaleza',
    need: 'Necesidad',
    fear: 'Preocupación',
    obligation: 'Algo o alguien que cuidar',
    card: 'Qué le ayuda',
    'told-once': 'Lo que ya se contó',
  },
  step: {
    open: 'Abierto',
    done: 'Hecho',
  },
};
