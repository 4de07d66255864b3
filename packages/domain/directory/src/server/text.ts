import { Wrong } from './cell.ts';

/** Control characters, and marks that hide text or turn its direction: nothing a service needs to say. */
const INVISIBLE = /(?![\t\n\r])\p{Cc}|[\u00ad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]/gu;

/** Text of one line: white space collapsed. @param longest in characters */
export function line(longest: number) {
  return (raw: string): string | Wrong => {
    const text = readable(raw);
    return text instanceof Wrong ? text : within(longest, text.replace(/\s+/g, ' ').trim());
  };
}

/** Text that keeps its paragraphs: each line trimmed, at most one blank line between two. */
export function paragraphs(longest: number) {
  return (raw: string): string | Wrong => {
    const text = readable(raw);
    if (text instanceof Wrong) return text;
    const lines = text.split(/\r\n|\n|\r/).map((part) => part.replace(/[^\S\n]+/g, ' ').trim());
    return within(
      longest,
      lines
        .join('\n')
        .replace(/\n{3,}/g, '\n\n')
        .trim(),
    );
  };
}

function readable(raw: string): string | Wrong {
  if (raw.includes('\0')) return new Wrong('holds a NUL character', 'plain text');
  if (raw.includes('\ufffd')) return new Wrong('is not UTF-8', 'a file saved as UTF-8');
  return raw.replace(INVISIBLE, '').normalize('NFC');
}

function within(longest: number, text: string): string | Wrong {
  if (text.length <= longest) return text;
  return new Wrong(`is ${text.length} characters long`, `at most ${longest} characters`);
}
