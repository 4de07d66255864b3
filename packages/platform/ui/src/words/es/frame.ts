import type { frame as English } from '../en/frame.ts';
import type { InOtherWords } from '../languages.ts';

export const frame: InOtherWords<typeof English> = {
  skip: 'Ir al contenido',
  menu: 'Menú',
  places: 'Lugares',
  account: 'Sesión iniciada',
  ribbon: 'Sobre este sitio',
  cases: 'Mis casos',
  inbox: 'Bandeja',
  inboxWaiting: 'Bandeja: {{count}} por decidir',
  newCase: 'Abrir un caso',
  referrals: 'Derivaciones a servicios',
  referralsWaiting: 'Derivaciones: {{count}} por responder',
  protocols: 'Protocolos',
  reviews: 'Mis revisiones',
  advisor: 'Asesoría de la red',
  demoPeople: 'Sobre la demostración',
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
