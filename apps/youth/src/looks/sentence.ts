import type { Look } from '../api.ts';
import { fill, kindsListed } from '../fill.ts';
import { words } from '../words.ts';

const { looks: said } = words;

/** Answers to a request for records: that no kind is named does not say that none went out. */
const ANSWERS: readonly Look['action'][] = ['package-prepared', 'package-approved', 'handed-out'];

/** "Rafael Ortiz (Alder Police Youth Unit) opened: goals." */
export function lookSentence({ who, agency, action, what }: Look): string {
  const name = who || said.someone;
  return fill(said[action], {
    who: agency ? `${name} (${agency})` : name,
    what: whatOf(action, what),
  });
}

function whatOf(action: Look['action'], what: Look['what']): string {
  if (what.length > 0) return kindsListed(what);
  return ANSWERS.includes(action) ? said.unnamed : said.nothing;
}
