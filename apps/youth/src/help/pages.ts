import { words as english } from '../words/en.ts';
import { words as spanish } from '../words/es.ts';
import { helpWithoutScript } from './without-script.ts';

const OF = { en: english, es: spanish as unknown as typeof english };
const PLACE = /<!-- help without script.*?-->/;

/** index.html as it is built for one language: Exit, the cover and the help without script are in it already. */
export function pageIn(language: keyof typeof OF, html: string): string {
  const words = OF[language];
  const { exit } = words;
  const said = Object.keys(english.exit) as (keyof typeof exit)[];
  const page = said.reduce(
    (text, key) => text.replaceAll(new RegExp(`(?<=[>"])${english.exit[key]}(?=[<"])`, 'g'), exit[key]),
    html.replace('<html lang="en">', `<html lang="${language}">`),
  );
  return page.replace(PLACE, helpWithoutScript(words));
}
