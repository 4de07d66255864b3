import type { purposes as English } from '../en/purposes.ts';
import type { InOtherWords } from '../languages.ts';

export const purposes: InOtherWords<typeof English> = {
  'care-plan-coordination': 'Trabajar juntos en el plan',
  'service-referral': 'Encontrar un servicio',
  'child-protection': 'Cuidar a una persona joven',
  'education-support': 'Apoyo en la escuela',
  treatment: 'Atención y tratamiento',
  investigation: 'Investigación policial',
  'court-report': 'Un informe para la corte',
  'missing-child-response': 'Encontrar a una persona joven que falta',
  'victim-advocacy': 'Acompañar a una persona joven',
  'self-access': 'Ver su propia información',
};
