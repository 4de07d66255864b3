import type { session as English } from '../en/session.ts';
import type { InOtherWords } from '../languages.ts';

export const session: InOtherWords<typeof English> = {
  title: 'Iniciar sesión',
  lead: 'Use el correo y la contraseña que le dio su agencia.',
  email: 'Correo electrónico',
  password: 'Contraseña',
  send: 'Iniciar sesión',
  ended: 'Su sesión terminó. Inicie sesión otra vez para seguir.',
  lock: {
    button: 'Bloquear',
    title: 'Esta página está bloqueada',
    kept: 'Todo se conserva, tal como lo dejó.',
    as: 'Sesión de {{name}}.',
    unlock: 'Desbloquear',
    continueAs: 'Seguir como {{name}}',
    warning: 'Esta página se bloquea en un minuto. Oprima una tecla para quedarse.',
    over: 'Esta sesión terminó. Inicie sesión para seguir.',
    signIn: 'Iniciar sesión',
    opened: 'Desbloqueado.',
  },
};
