import type { notes as English } from '../en/notes.ts';
import type { InOtherWords } from '../languages.ts';

export const notes: InOtherWords<typeof English> = {
  add: 'Agregar una nota',
  facts: 'Qué pasó',
  factsHint: 'Lo que vio o le contaron.',
  view: 'Cómo lo ve usted',
  viewHint: 'Su propia opinión, aparte de los hechos.',
  ownWords: 'En sus propias palabras',
  ownWordsHint: 'Lo que dijo, tal como lo dijo.',
  kind: 'Tipo de información',
  kindHint: 'De esto depende quién puede ver la nota.',
  audience: 'Quién verá esto',
  audienceOwn: 'La gente de {{agency}} que trabaja en este caso',
  audienceOther: '{{name}}, {{agency}}',
  audienceNobodyElse: 'Nadie más tiene permiso para ver este tipo.',
  send: 'Enviar la nota',
  sent: 'Nota enviada.',
};
