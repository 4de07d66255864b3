import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const html = readFileSync(new URL('../../index.html', import.meta.url), 'utf8');

test('the page is called Accord and nothing else, whatever it shows', () => {
  expect(/<title>(.*)<\/title>/.exec(html)?.[1]).toBe('Accord');
});

test('the page brings no inline script or style, and a place for the nonce', () => {
  expect(html.match(/<script(?![^>]*\ssrc=)/g)).toBeNull();
  expect(html.match(/<style|\sstyle=|\son\w+=/g)).toBeNull();
  expect(html).toContain('<meta property="csp-nonce" nonce="__CSP_NONCE__" />');
});

test('everything that the page loads comes from here', () => {
  const addresses = [...html.matchAll(/(?:src|href)="([^"]*)"/g)].map((found) => found[1]);
  expect(addresses.filter((address) => !address?.startsWith('/'))).toEqual([]);
});
