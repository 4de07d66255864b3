import { expect, test } from 'vitest';
import { ownFiles, readOwn } from './workspace.ts';

const GOAL = 80;

test(`the median source file has at most ${GOAL} lines`, () => {
  const sources = ownFiles('{apps,packages}/**/src/**/*.{ts,tsx}').filter(
    (path) => !/\.(test|gen)\.tsx?$/.test(path),
  );
  const lengths = sources.map((path) => readOwn(path).split('\n').length - 1).toSorted((a, b) => a - b);
  const at = (share: number): number => lengths[Math.floor((lengths.length - 1) * share)] ?? 0;
  console.log(
    `${lengths.length} source files: median ${at(0.5)} lines, nine in ten up to ${at(0.9)}, longest ${at(1)}`,
  );
  expect(at(0.5)).toBeLessThanOrEqual(GOAL);
});
