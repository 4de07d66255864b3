import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const page = readFileSync(new URL('../index.html', import.meta.url), 'utf8');

test('Exit is a plain link that stands before the script, twice: first in tab order, and at the bottom', () => {
  const script = page.indexOf('<script');
  const links = [...page.matchAll(/<a href="\/leave"[^>]*>Exit now<\/a>/g)];
  expect(links).toHaveLength(2);
  for (const link of links) expect(link.index).toBeLessThan(script);
  const firstStop = page.slice(page.indexOf('<body>')).match(/<(a|button|input)\b[^>]*>/);
  expect(firstStop?.[0]).toContain('href="/leave"');
});

test('the page is called Plans, asks not to be listed, and cannot be installed', () => {
  expect(page).toContain('<title>Plans</title>');
  expect(page).toMatch(/name="robots" content="noindex/);
  expect(page).not.toContain('manifest');
});

test('nothing stands inline that the page policy would refuse', () => {
  expect(page).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/);
});
