import type { systems as English } from '../en/systems.ts';
import type { InOtherWords } from '../languages.ts';

export const systems: InOtherWords<typeof English> = {
  'child-welfare': 'Bienestar infantil',
  'law-enforcement': 'Policía',
  'juvenile-justice': 'Libertad condicional (probation) y corte juvenil',
  'runaway-homeless-youth': 'Albergue juvenil y apoyo en la calle',
  'refugee-immigrant': 'Servicios para refugiados e inmigrantes',
  education: 'Escuela',
  'mental-health': 'Salud mental',
  medical: 'Atención médica',
  community: 'Servicios de la comunidad',
};
