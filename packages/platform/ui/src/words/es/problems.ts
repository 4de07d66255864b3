import type { problems as English } from '../en/problems.ts';
import type { InOtherWords } from '../languages.ts';

export const problems: InOtherWords<typeof English> = {
  formTitle: 'Algo de esto necesita otra mirada',
  unreadable: 'Revise la fecha.',
  kept: 'Lo que escribió se conserva.',
  offlineTitle: 'Ahora no podemos llegar a Accord',
  offline: 'Revise su conexión y pruebe otra vez.',
  pageTitle: 'Esta página no cargó',
  pageKept: 'No se cambió nada.',
  signIn: 'Iniciar sesión',
};
