import type { InOtherWords } from '@accord/ui/languages';
import type { mySide as English } from './my-side.en.ts';

export const mySide: InOtherWords<typeof English> = {
  title: 'Mi versión',
  add: 'Añadir mi versión',
  label: 'Mi versión, con mis palabras',
  hint: 'Quien puede leer esto puede leer también tu versión. Se queda junto a esto, y una corte la puede pedir.',
  missing: 'Escribe algo primero, o vuelve atrás.',
  send: 'Guardar mi versión',
  cancel: 'Ahora no',
  trouble: 'No se guardó. Lo que escribiste sigue aquí. Inténtalo otra vez.',
  notNow: 'Ahora no se puede guardar. Lo que escribiste sigue aquí. Inténtalo más tarde.',
};
