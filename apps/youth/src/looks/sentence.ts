import type { Look } from '../api.ts';
import { fill, kindsListed } from '../fill.ts';
import { words } from '../words.ts';

const { looks: said } = words;

/** "Rafael Ortiz (Alder Police Youth Unit) opened: goals." */
export function lookSentence({ who, agency, action, what }: Look): string {
  const name = who || said.someone;
  return fill(said[action], {
    who: agency ? `${name} (${agency})` : name,
    what: what.length > 0 ? kindsListed(what) : said.nothing,
  });
}
