import { fill } from '../gaps.ts';
import type { words } from '../words/en.ts';

export interface HelpLine {
  title: string;
  about: string;
  ways: readonly { href: string; label: string }[];
}

type Help = (typeof words)['help'];

/** 911 and 988 are real; the two of Alder County are numbers that the phone companies keep free for stories. */
export function helpLines(help: Help): HelpLine[] {
  const call = (number: string) => ({ href: `tel:${number}`, label: fill(help.call, { number }) });
  const text = (number: string) => ({ href: `sms:${number}`, label: fill(help.text, { number }) });
  return [
    { title: help.danger, about: help.dangerLine, ways: [call('911'), text('911')] },
    { title: help.talk, about: help.talkLine, ways: [call('988'), text('988')] },
    { title: help.youthLine, about: help.youthDay, ways: [call('555-0142')] },
    { title: help.bed, about: help.bedDay, ways: [call('555-0156')] },
  ];
}
