import { PROCEDURES, type Procedure } from './procedures.ts';
import { type Relation, relationsOf } from './relations.ts';
import { type Answer, call } from './wire.ts';
import type { World } from './world.ts';

export interface Cell {
  procedure: Procedure;
  relation: Relation;
  answer: Answer;
}

/** Every procedure, called with its row's input by everybody. */
export async function sweep(world: World): Promise<Cell[]> {
  const cells: Cell[] = [];
  for (const procedure of PROCEDURES) {
    const { host, path, row } = procedure;
    const input = row.input(world);
    for (const relation of relationsOf(world)) {
      cells.push({ procedure, relation, answer: await call(world.network, relation, { host, path, input }) });
    }
  }
  return cells;
}
