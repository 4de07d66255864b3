import type { common as English } from '../en/common.ts';
import type { InOtherWords } from '../languages.ts';

export const common: InOtherWords<typeof English> = {
  product: 'Accord',
  neutral: 'Aquí no hay nada, o no se comparte con usted.',
  neutralHint: 'Lo que puede ver depende de los permisos, y de para qué está aquí.',
  reference: 'Referencia: {{reference}}',
  loading: 'Cargando',
  stillLoading: 'Sigue cargando. Su lugar se guarda.',
  tryAgain: 'Probar otra vez',
  back: 'Atrás',
  cancel: 'Cancelar',
  keep: 'Conservar',
  unsent: {
    question: 'Aquí hay palabras suyas que no se han enviado.',
    stay: 'Quedarse',
    leave: 'Salir sin enviar',
  },
  optional: '{{label}} (opcional)',
  until: 'hasta el {{day}}',
  you: 'usted',
};
