import { randomInt } from 'node:crypto';

/**
 * Plain words that say nothing about anyone, and that nobody is called by. A code name stands in the clear, so that
 * people can talk of a case.
 */
const WORDS = `
  Acorn Alder Anchor Beacon Birch Bridge Canyon Cobalt Comet Copper Crane Cricket
  Dune Falcon Glacier Granite Harbor Island Kestrel Lagoon Lantern Larch Magpie Maple
  Marble Mesa Nutmeg Oak Orchid Osprey Otter Pebble Pine Plover Prairie Puffin
  Quarry Quartz Ridge Saffron Slate Sparrow Spruce Summit Swift Tern Thistle Tidal
  Topaz Tundra Valley Walnut Yarrow Zephyr
`
  .trim()
  .split(/\s+/);

/** Two words and a number: enough that two cases of one worker are seldom called the same. */
export function newCodeName(): string {
  const word = () => WORDS[randomInt(WORDS.length)];
  return `${word()} ${word()} ${randomInt(10, 100)}`;
}
