import type { categories as English } from '../en/categories.ts';
import type { InOtherWords } from '../languages.ts';

/** Las dos aplicaciones muestran estas palabras. */
export const categories: InOtherWords<typeof English> = {
  'id-core': { label: 'Nombre y fecha de nacimiento', hint: 'Nombre, cumpleaños, pronombres, idioma.' },
  'contact-location': { label: 'Formas de contacto', hint: 'Teléfono, dirección, qué es seguro usar.' },
  'shelter-location': { label: 'Dónde está una casa segura', hint: 'Nunca se comparte con un permiso.' },
  'case-plan': { label: 'Metas y pasos', hint: 'Qué se espera lograr, y quién hace qué.' },
  'service-linkage': { label: 'Derivaciones a servicios', hint: 'A qué servicio se le pidió, y para qué.' },
  'cw-record': { label: 'Notas de bienestar infantil', hint: 'Lo que escribe bienestar infantil.' },
  'cw-reporter': { label: 'Quién hizo un reporte', hint: 'Nunca se comparte con un permiso.' },
  'exploitation-history': { label: 'Daño hecho por otros', hint: 'Lo que pasó.' },
  'trafficking-status': {
    label: 'Lo que se decidió sobre ese daño',
    hint: 'Lo que dijo una agencia o una corte.',
  },
  'le-investigative': { label: 'Investigación policial', hint: 'Nunca se comparte con un permiso.' },
  'jj-record': { label: 'Libertad condicional y corte juvenil', hint: 'Condiciones, audiencias, contactos.' },
  'jj-sealed': { label: 'Archivos sellados de la corte', hint: 'Nunca se comparten con un permiso.' },
  'edu-record': { label: 'Escuela', hint: 'Días de clase, materias, apoyo en la escuela.' },
  'health-general': { label: 'Salud', hint: 'Visitas, condiciones, medicinas.' },
  'health-sexual-repro': { label: 'Salud sexual', hint: 'Pruebas, atención, anticonceptivos.' },
  'health-hiv': { label: 'VIH', hint: 'Pruebas y atención.' },
  'health-genetic': { label: 'Pruebas genéticas', hint: 'Resultados y qué significan.' },
  'mh-record': { label: 'Emociones y terapia', hint: 'Plan de cuidado, avance, medicinas.' },
  'mh-psychotherapy-notes': {
    label: 'Notas propias del terapeuta',
    hint: 'Aquí nunca se comparten con un permiso.',
  },
  'sud-part2': { label: 'Programa de drogas y alcohol', hint: 'Archivos con más protección legal.' },
  'sud-counseling-notes': {
    label: 'Notas propias del consejero',
    hint: 'Aquí nunca se comparten con un permiso.',
  },
  'sud-other': { label: 'Uso de drogas y alcohol', hint: 'Fuera de un programa especial.' },
  'vsp-record': { label: 'Notas de quien acompaña', hint: 'Apoyo de una persona que acompaña.' },
  'rhy-record': { label: 'Albergue juvenil y apoyo en la calle', hint: 'Estadías, contactos, apoyo.' },
  immigration: { label: 'Inmigración', hint: 'Papeles, estado, audiencias.' },
  'legal-privileged': { label: 'Pláticas con un abogado', hint: 'Nunca se comparten con un permiso.' },
  tribal: { label: 'Tribu', hint: 'Ser miembro y la corte de la tribu.' },
  sogi: { label: 'Género y orientación', hint: 'Solo lo que se contó por decisión propia.' },
  'financial-benefits': { label: 'Dinero y beneficios', hint: 'Beneficios, trabajos, gastos.' },
  appointments: { label: 'Citas', hint: 'Día, hora y lugar, y notas cortas.' },
  meetings: { label: 'Reuniones del equipo', hint: 'Cuándo, quién, y qué se acordó.' },
  'private-notes': { label: 'Notas privadas', hint: 'Nunca se comparten.' },
  'about-me': { label: 'Cómo estar conmigo', hint: 'Qué ayuda, qué no, y qué no volver a preguntar.' },
};
