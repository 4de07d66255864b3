import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../root.ts';
import { readOwn } from './workspace.ts';

/** The links of a markdown file that lead nowhere. Links to other sites are not followed. */
export function deadLinks(path: string): string[] {
  const text = withoutCode(readOwn(path));
  const targets = [...text.matchAll(/\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)|^\[[^\]]+\]:\s*(\S+)/gm)];
  return targets.flatMap(([, inline, listed]) => {
    const target = inline ?? listed ?? '';
    return leadsSomewhere(path, target) ? [] : [`${path}: ${target}`];
  });
}

function leadsSomewhere(from: string, target: string): boolean {
  if (/^[a-z][a-z+.-]*:/i.test(target)) return true;
  const [file = '', anchor] = decodeURIComponent(target).split('#');
  const path = file === '' ? from : join(dirname(from), file);
  if (!existsSync(join(root, path))) return false;
  if (anchor === undefined || statSync(join(root, path)).isDirectory() || !path.endsWith('.md')) return true;
  return headings(readOwn(path)).includes(anchor);
}

/** The anchors of a file's headings, as the code hosts make them. */
function headings(text: string): string[] {
  return [...withoutCode(text).matchAll(/^#{1,6}\s+(.*)$/gm)].map(([, title = '']) =>
    title
      .trim()
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(/\s/g, '-'),
  );
}

function withoutCode(text: string): string {
  return text.replaceAll(/^(```|~~~)[\s\S]*?^\1/gm, '');
}
