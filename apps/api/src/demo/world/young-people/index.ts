import type { YoungPerson } from '../young-person.ts';
import { ASH } from './ash.ts';
import { BAO } from './bao.ts';
import { CALLUM } from './callum.ts';
import { DANYLO } from './danylo.ts';
import { IMANI } from './imani.ts';
import { ISAIAH } from './isaiah.ts';
import { JORDAN } from './jordan.ts';
import { KAI } from './kai.ts';
import { LUZ } from './luz.ts';
import { MATEO } from './mateo.ts';
import { MICAH } from './micah.ts';
import { NASRIN } from './nasrin.ts';
import { RIVER } from './river.ts';
import { SOFIA } from './sofia.ts';
import { THEO } from './theo.ts';

/** The young people of the demo. The longest story stands first: it is told while the others are. */
export const YOUNG_PEOPLE: readonly YoungPerson[] = [
  LUZ,
  JORDAN,
  KAI,
  MICAH,
  MATEO,
  SOFIA,
  BAO,
  NASRIN,
  ISAIAH,
  IMANI,
  RIVER,
  ASH,
  THEO,
  DANYLO,
  CALLUM,
];
export { JORDAN, LUZ };
