import { randomInt } from 'node:crypto';

/** Plain words that say nothing about anyone. A code name stands in the clear, so that people can talk of a case. */
const WORDS = [
  'Alder', 'Anchor', 'Aspen', 'Beacon', 'Birch', 'Brook', 'Canyon', 'Cedar', 'Clover', 'Comet', 'Coral', 'Crane',
  'Delta', 'Ember', 'Falcon', 'Fern', 'Finch', 'Garnet', 'Harbor', 'Hazel', 'Heron', 'Indigo', 'Juniper', 'Kestrel',
  'Lantern', 'Larch', 'Lark', 'Maple', 'Meadow', 'Mesa', 'Nova', 'Oak', 'Opal', 'Orchid', 'Osprey', 'Otter', 'Pebble',
  'Pine', 'Quartz', 'Raven', 'Reed', 'Ridge', 'River', 'Robin', 'Sage', 'Sierra', 'Sparrow', 'Spruce', 'Summit',
  'Swift', 'Tidal', 'Topaz', 'Valley', 'Willow', 'Wren', 'Zephyr',
] as const;

/** Two words and a number: enough that two cases of one worker are seldom called the same. */
export function newCodeName(): string {
  const word = () => WORDS[randomInt(WORDS.length)];
  return `${word()} ${word()} ${randomInt(10, 100)}`;
}
