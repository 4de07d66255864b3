import type { words as English } from '../words/en.ts';
import { helpLines } from './lines.ts';

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string): string => text.replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign);

/** The page of help as plain HTML, written into the page of each language when it is built: it works where no script runs. */
export function helpWithoutScript(words: typeof English): string {
  const cards = helpLines(words.help).map(({ title, about, ways }) => {
    const links = ways.map(({ href, label }) => `<li><a href="${escape(href)}">${escape(label)}</a></li>`);
    return `<li class="card"><h2>${escape(title)}</h2><p>${escape(about)}</p><ul class="ways">${links.join('')}</ul></li>`;
  });
  const { title, made, trace } = words.help;
  return [
    `<header class="head"><p class="name">${escape(words.frame.name)}</p></header>`,
    `<main><h1>${escape(title)}</h1><ul class="cards">${cards.join('')}</ul>`,
    `<p>${escape(made)}</p><p>${escape(trace)}</p></main>`,
  ].join('');
}
