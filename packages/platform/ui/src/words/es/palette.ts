import type { palette as English } from '../en/palette.ts';
import type { InOtherWords } from '../languages.ts';

export const palette: InOtherWords<typeof English> = {
  title: 'Buscar',
  label: 'Un caso, una página, o lo que quiera hacer',
  none: 'Nada coincide entre los casos compartidos con usted.',
  count_one: '1 resultado',
  count_other: '{{count}} resultados',
  looking: 'Buscando entre todos sus casos.',
  loading: 'Trayendo sus casos.',
  failed: 'No pudimos traer sus casos.',
  case: 'Caso',
  page: 'Página',
  here: 'En este caso',
  onCase: 'En un caso',
  account: 'Cuenta',
  language: 'Idioma',
  note: 'Agregar una nota',
  noteTo: 'Agregar una nota: {{code}}',
};
