import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HostileInput, hostileInputs } from './hostile.ts';
import { aboutACase, callerOf, INSIDERS, nameOf, PROCEDURES, type Procedure } from './procedures.ts';
import { type Relation, relationOf } from './relations.ts';
import { Stored } from './stored.ts';
import { buildWorld, TEXTS, type World } from './world.ts';
import { type Answer, call } from './wire.ts';

/** In every run a third of it; `npm run test:long -- hostile` sends all. */
const EVERY = process.env['ACCORD_HOSTILE'] === 'all' ? 1 : 3;

let sent = 0;
let world: World;
let stored: Stored;
/** All that was stored when the last procedure was done with. */
let last: Record<string, string>;
beforeAll(async () => {
  world = await buildWorld();
  stored = new Stored(world.network);
  last = await stored.digest();
});
afterAll(async () => {
  console.log(`hostile inputs sent: ${sent}`);
  await stored[Symbol.asyncDispose]();
  await world.network.close();
});

const withInput = PROCEDURES.filter(({ inputs }) => inputs.length > 0).map(
  (each) => [nameOf(each), each] as const,
);

/** Someone with every right there, so that the input gets as deep as it can, and for a case someone with none. */
function callersOf(procedure: Procedure): Relation[] {
  const insider = INSIDERS[callerOf(procedure)];
  const outsider = procedure.host === 'staff' ? 'other-agency' : 'other-youth';
  const isAboutCase = procedure.path === 'mine.stop' || aboutACase(world).includes(procedure);
  return [insider, ...(isAboutCase ? [outsider] : [])].map((key) => relationOf(world, key));
}

test.each(withInput)(
  '%s meets hostile input with an error of ours, and writes nothing',
  async (_, procedure) => {
    const before = last;
    const found: string[] = [];
    for (const hostile of hostileInputs(procedure, world, EVERY)) {
      for (const relation of callersOf(procedure)) {
        sent += 1;
        const answer = await send(procedure, relation, hostile);
        const wrong = faultsOf(answer, relation, hostile);
        if (wrong) found.push(`${relation.who}, ${hostile.field || 'input'} is ${hostile.what}: ${wrong}`);
        if (answer.error?.code === 'BAD_INPUT') break;
      }
    }
    last = await stored.digest();
    expect(found).toEqual([]);
    expect(last).toEqual(before);
  },
);

/** An accepted call is taken back; one that the database saw refused is made again for good: what does it leave behind? */
async function send({ host, path }: Procedure, relation: Relation, { json }: HostileInput): Promise<Answer> {
  const who = { ...relation, inDemo: true };
  let hasReached = false;
  const onReach = () => {
    hasReached = true;
  };
  const tried = await call(world.network, { ...who, onReach }, { host, path, json });
  return tried.error && hasReached
    ? call(world.network, { ...who, keeps: true }, { host, path, json })
    : tried;
}

/** What is wrong with an answer; empty when nothing is. */
function faultsOf(
  { status, body, error }: Answer,
  { mayRead }: Relation,
  { field, json }: HostileInput,
): string {
  const leaked = Object.entries(TEXTS).filter(
    ([name, text]) => body.includes(text) && !mayRead.some((may) => may === name),
  );
  const faults = [
    status >= 500 ? `status ${status}` : '',
    ...leaked.map(([name]) => `the text ${name}`),
    json.length > 100_000 && body.length > 10_000 ? 'the input came back' : '',
    error?.code === 'BAD_INPUT' && field !== '' && !names(error.fields, field)
      ? `names ${JSON.stringify(error.fields)}`
      : '',
  ];
  return faults.filter((fault) => fault !== '').join(', ');
}

/** Whether an error points at the spoiled field, at a part of it, or at what it is a part of. */
function names(fields: NonNullable<Answer['error']>['fields'], spoiled: string): boolean {
  return fields.some(
    ({ field, message }) =>
      message !== '' && field !== '' && (spoiled.startsWith(field) || field.startsWith(spoiled)),
  );
}
