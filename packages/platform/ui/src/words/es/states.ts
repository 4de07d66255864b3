import type { states as English } from '../en/states.ts';
import type { InOtherWords } from '../languages.ts';

export const states: InOtherWords<typeof English> = {
  permission: {
    draft: 'Aún no preguntado',
    active: 'Compartido',
    stopped: 'Parado',
    ended: 'Terminado',
  },
  referral: {
    requested: 'Enviado',
    accepted: 'Dijeron que sí',
    rejected: 'No pueden',
    'in-progress': 'Empezado',
    completed: 'Dicen que ya está',
    cancelled: 'Cancelado',
  },
  item: {
    profile: 'Sobre la persona joven',
    goal: 'Meta',
    step: 'Paso',
    note: 'Nota',
    referral: 'Envío a un servicio',
  },
  step: {
    open: 'Abierto',
    done: 'Hecho',
  },
};
