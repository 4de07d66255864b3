import type { Database } from '@accord/db';
import type { AdvisorActor, StaffActor } from '@accord/kernel';
import type { BlockText } from '@accord/protocols';
import { newProtocol } from '@accord/protocols/server';
import type { Vault } from '@accord/vault';
import { callerFor } from './caller.ts';
import type { People } from './network.ts';

/** What a young person signs, in plain words. A permission fills in what stands in braces. */
export const PERMISSION_TEXT: readonly BlockText[] = [
  { heading: 'What I say yes to', body: '{who} can see this: {what}. Nobody else gets it by this paper.' },
  { heading: 'What it is for', body: 'It is for this: {why}.' },
  {
    heading: 'Until when',
    body: 'It ends on {until}. I can stop it any day before that. I can say so by phone, by text or in person.',
  },
  { heading: 'It is my choice', body: 'I get the same help if I say no. Nobody can make me sign.' },
  {
    heading: 'What to think about',
    body: 'What they have seen by then cannot be taken back. The police may have to use it in court.',
  },
];

export const SPANISH_PERMISSION_TEXT: readonly BlockText[] = [
  {
    heading: 'A qué digo que sí',
    body: '{who} puede ver esto: {what}. Nadie más lo recibe con este papel.',
  },
  { heading: 'Para qué es', body: 'Es para esto: {why}.' },
  {
    heading: 'Hasta cuándo',
    body: 'Termina el {until}. Lo puedo parar cualquier día antes. Lo digo por teléfono, por mensaje o en persona.',
  },
  { heading: 'Yo decido', body: 'Me ayudan igual si digo que no. Nadie me puede obligar a firmar.' },
  {
    heading: 'Qué pensar antes',
    body: 'Lo que ya vieron no se puede borrar. Puede ser que la policía lo tenga que usar en la corte.',
  },
];

/** What a young person is handed before they are asked anything. */
export const NOTICE_TEXT: readonly BlockText[] = [
  {
    heading: 'Some things I must pass on',
    body: 'If you tell me that somebody hurts you, I have to tell people whose job is to keep you safe. The same is true if you may hurt somebody.',
  },
  { heading: 'You will know first', body: 'I tell you before I pass it on, and what I will say.' },
  { heading: 'The rest is yours', body: 'You choose what else you tell me. You can stop at any time.' },
];

interface Table {
  database: Database;
  vault: Vault;
  people: People;
  ines: AdvisorActor;
}

/**
 * Each agency's text for permissions, signed by an advisor and published, and one of them in Spanish, which waits for
 * an advisor and for a reader. The shelter's is a draft that nobody has signed: its papers say so.
 */
export async function writeTexts({ database, vault, people, ines }: Table): Promise<void> {
  const advisor = callerFor(database, vault, ines).reviews;
  const begin = (
    keeper: StaffActor,
    title: string,
    blocks: readonly BlockText[],
    kind: 'permission' | 'notice',
  ) =>
    database.withActor(keeper, { purpose: 'care-plan-coordination' }, (tx) =>
      newProtocol(tx, keeper, title, blocks, kind),
    );
  const publish = async (
    keeper: StaffActor,
    ...text: [string, readonly BlockText[], 'permission' | 'notice']
  ) => {
    const { protocols } = callerFor(database, vault, keeper);
    const protocolId = await begin(keeper, ...text);
    const version = { protocolId, version: 1 };
    await protocols.sendForReview(version);
    await advisor.signOff(version);
    await protocols.publish(version);
    return protocolId;
  };
  const { dana, noor, ...others } = people;
  const keepers = new Map(Object.values(others).map((staff) => [staff.agencyId, staff]));
  keepers.delete(dana.agencyId);
  keepers.delete(noor.agencyId);
  for (const keeper of keepers.values()) await publish(keeper, TITLE, PERMISSION_TEXT, 'permission');
  await begin(noor, TITLE, PERMISSION_TEXT, 'permission');
  await publish(dana, 'Before you tell me', NOTICE_TEXT, 'notice');
  const original = await publish(dana, TITLE, PERMISSION_TEXT, 'permission');

  const { protocols } = callerFor(database, vault, dana);
  const { protocolId } = await protocols.translate({
    protocolId: original,
    version: 1,
    title: 'Compartir lo que es mío',
  });
  const { blocks } = await protocols.open({ protocolId });
  for (const [index, { blockId }] of blocks.entries()) {
    const words = SPANISH_PERMISSION_TEXT[index];
    if (words) await protocols.change({ protocolId, version: index + 1, is: 'reword', blockId, ...words });
  }
  await protocols.sendForReview({ protocolId, version: blocks.length + 1 });
}

const TITLE = 'Sharing what is mine';
