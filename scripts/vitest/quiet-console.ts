import { format } from 'node:util';
import { afterEach, beforeEach, vi } from 'vitest';

/** A component that complains on the console fails its test: React says there what is wrong with a page. */
const complaints: string[] = [];

beforeEach(() => {
  for (const level of ['error', 'warn'] as const) {
    vi.spyOn(console, level).mockImplementation((...words: unknown[]) => {
      complaints.push(`console.${level}: ${format(...words)}`);
    });
  }
});

afterEach(() => {
  const heard = complaints.splice(0);
  if (heard.length > 0) throw new Error(heard.join('\n'));
});
