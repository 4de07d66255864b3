import type { frame as English } from '../en/frame.ts';
import type { InOtherWords } from '../languages.ts';

export const frame: InOtherWords<typeof English> = {
  skip: 'Saltar a la página',
  menu: 'Menú',
  places: 'Lugares',
  account: 'Sesión iniciada',
  ribbon: 'Sobre este sitio',
  cases: 'Mis casos',
  inbox: 'Bandeja',
  inboxWaiting: 'Bandeja: {{count}} por decidir',
  newCase: 'Abrir un caso',
  referrals: 'Envíos a servicios',
  referralsWaiting: 'Envíos: {{count}} por responder',
  protocols: 'Protocolos',
  reviews: 'Mis revisiones',
  advisor: 'Asesoría de la red',
  demoPeople: 'Cambiar de persona',
  sideBySide: 'Lado a lado',
  signOut: 'Cerrar sesión',
  hereAs: 'Está aquí para',
  hereFor: 'Está aquí por: {{system}} · {{purpose}}',
  purposeChanged: 'Ahora está aquí para: {{purpose}}',
  purposeFailed: 'Eso no cambió. Sigue aquí para: {{purpose}}',
  language: 'Idioma',
  search: 'Buscar',
  searchKeys: 'Ctrl K',
};
