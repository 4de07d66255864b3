import type { papers as English } from '../en/papers.ts';
import type { InOtherWords } from '../languages.ts';

/** El papel que firma una persona joven, y lo que le falta. También lo lee. */
export const papers: InOtherWords<typeof English> = {
  title: 'Lo que firmo',
  version: '{{title}}, versión {{version}}',
  signedBy: 'Lo leyó y lo firmó: {{names}}',
  reader: 'El español lo leyó: {{name}}',
  lacks: 'Sobre las palabras de este papel',
  'no-text': 'Esta agencia aún no tiene un texto suyo para esto.',
  'no-advisor': 'Nadie que lo vivió y que nos asesora ha firmado estas palabras.',
  'no-reader': 'No sabemos quién leyó las palabras en español.',
  'not-published': 'Estas palabras son un borrador.',
  demo: 'Esto es una demo. Las personas son inventadas, así que puedes seguir.',
  wait: 'Por eso nadie lo puede firmar todavía. No se comparte nada.',
  inEnglish: 'Este papel está en inglés.',
  inSpanish: 'Este papel está en español.',
  language: 'Idioma del papel',
  languageHint: 'El que mejor lee esa persona.',
  en: 'Inglés',
  es: 'Español',
};
