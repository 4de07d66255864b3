import type { InOtherWords } from '@accord/ui/languages';
import type { newPeople as English } from './new-people.en.ts';

export const newPeople: InOtherWords<typeof English> = {
  title: 'Alguien nuevo',
  lead: 'Ahora es {who}: {post}, en {agency}.',
  was: 'Dijiste que sí a compartir con quien haga ese trabajo.',
  see: 'Si dices que está bien, puede ver: {what}.',
  would: 'Vería: {what}.',
  until: 'Hasta el {day}, como lo firmaste.',
  nothing: 'Ahora no ve nada de esto. No tienes que decir por qué.',
  fine: 'Está bien',
  fineNamed: 'Está bien: {who}',
  not: 'Esta persona no',
  notNamed: 'Esta persona no: {who}',
  doneFine: '{who} ya puede ver: {what}.',
  donePaused: 'Queda escrito. {who} no ve nada mientras está en pausa.',
  doneNot: 'Queda escrito. {who} no ve nada de esto.',
  vacantTitle: 'Ahora no hay nadie',
  vacantLead: 'Ahora nadie ve esto. Si llega alguien, primero te dicen quién es.',
  vacant: '{post}, {agency}',
  job: '{post}, ahora {who}',
};
