import type { Database } from '@accord/db';
import type { AdvisorActor, StaffActor } from '@accord/kernel';
import { newProtocol } from '@accord/protocols/server';
import type { Vault } from '@accord/vault';
import { callerFor } from './caller.ts';

const TITLE = 'First meeting after placement';

/** As it was first published; one paragraph is reworded and the eighth added since. */
const BLOCKS = [
  {
    heading: 'Before the day',
    body: 'Send the young person the time, the place and the names of everyone who will come. Ask who they would like beside them.',
  },
  {
    heading: 'Where we meet',
    body: 'They choose between two places. One of them is not an office.',
  },
  {
    heading: 'Who is in the room',
    body: 'No more than four adults. Each one says who they are and why they are there.',
  },
  {
    heading: 'How we begin',
    body: 'Food and water are on the table. Start with what is going well and what they enjoy.',
  },
  {
    heading: 'What we ask',
    body: 'Ask what they want from this month. Write it down the way they say it.',
  },
  {
    heading: 'Breaks',
    body: 'Anyone can ask for a break. Nobody asks why.',
  },
  {
    heading: 'What is written down',
    body: 'One person takes notes. The young person reads them before anyone else does.',
  },
] as const;

interface Table {
  database: Database;
  vault: Vault;
  dana: StaffActor;
  keisha: AdvisorActor;
  ines: AdvisorActor;
}

/** A protocol in its second review, made through the product itself: published once, changed, and under comment. */
export async function reviewProtocol({ database, vault, dana, keisha, ines }: Table): Promise<void> {
  const keeper = callerFor(database, vault, dana).protocols;
  const advisor = callerFor(database, vault, keisha).reviews;
  const other = callerFor(database, vault, ines).reviews;
  const purpose = 'care-plan-coordination';
  const protocolId = await database.withActor(dana, { purpose }, (tx) =>
    newProtocol(tx, dana, TITLE, BLOCKS),
  );
  const blockIds = (await keeper.open({ protocolId })).blocks.map(({ blockId }) => blockId);
  const blockId = (number: number) => {
    const found = blockIds[number - 1];
    if (!found) throw new RangeError(`no block ${number}`);
    return found;
  };

  await keeper.sendForReview({ protocolId, version: 1 });
  const { commentId } = await advisor.comment({
    protocolId,
    version: 1,
    blockId: blockId(2),
    kind: 'question',
    body: 'Who pays for the ride when they choose the place that is not an office?',
  });
  await keeper.answer({
    protocolId,
    commentId,
    result: 'not-changed',
    body: 'The county pays, as for any visit. The travel form says so already.',
  });
  await advisor.signOff({ protocolId, version: 1 });
  await keeper.publish({ protocolId, version: 1 });

  await keeper.change({
    protocolId,
    version: 1,
    is: 'reword',
    blockId: blockId(5),
    heading: 'What we ask',
    body: 'Ask what they want from this month, and what they do not want to talk about. Write it down the way they say it.',
  });
  await keeper.change({
    protocolId,
    version: 2,
    is: 'add',
    after: blockId(7),
    heading: 'Afterwards',
    body: 'Within two days someone they chose calls to ask how it was.',
  });
  await keeper.sendForReview({ protocolId, version: 3 });
  await other.comment({
    protocolId,
    version: 3,
    blockId: blockId(4),
    kind: 'suggestion',
    body: 'Let them bring the snacks if they like to cook.',
  });
  await advisor.comment({
    protocolId,
    version: 3,
    blockId: blockId(3),
    kind: 'objection',
    body: 'Four adults is still a crowd. Make it two, and let them say yes to each one by name.',
  });
}
