import type { InOtherWords } from '@accord/ui/languages';
import type { newWorkers as English } from './new-workers.en.ts';

export const newWorkers: InOtherWords<typeof English> = {
  title: 'Alguien nuevo trabaja contigo',
  forGood: 'Ahora {who} trabaja contigo. {before} ya no ve tu página.',
  until: '{who} también trabaja contigo, hasta el {day}, mientras {before} no está.',
  same: 'Lo que compartes queda igual. No tienes que decir por qué.',
  fine: 'Está bien',
  fineNamed: 'Está bien: {who}',
  talk: 'Quiero hablar de esto',
  talkNamed: 'Quiero hablar de esto: {who}',
  doneFine: 'Queda escrito.',
  doneTalk: 'Queda escrito. Alguien que dirige el equipo va a hablar contigo.',
};
