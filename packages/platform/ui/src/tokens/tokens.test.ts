import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contrast } from './contrast.ts';
import { DARK, LIGHT, type Palette } from './tokens.ts';

const css = readFileSync(new URL('../tokens.css', import.meta.url), 'utf8');
const schemes: [string, Palette][] = [
  ['light', LIGHT],
  ['dark', DARK],
];
const grounds = ['paper', 'surface', 'sunk'] as const;
const tints = ['primaryTint', 'plumTint', 'okTint', 'careTint', 'stopTint'] as const;
const voices = ['primary', 'plum', 'ok', 'care', 'stop'] as const;

/** The value of `--name` under `light` or `dark` as the style sheet writes it: light-dark(#LIGHT, #DARK). */
function inStyleSheet(name: string): { light?: string | undefined; dark?: string | undefined } {
  const property = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).replace(/(\d)/, '-$1')}`;
  const found = new RegExp(`${property}: light-dark\\((#[0-9A-Fa-f]{6}), (#[0-9A-Fa-f]{6})\\)`).exec(css);
  return { light: found?.[1], dark: found?.[2] };
}

test('black on white has a contrast of 21', () => {
  expect(contrast('#000000', '#FFFFFF')).toBeCloseTo(21, 5);
});

test('a colour that is not written as #RRGGBB is refused', () => {
  expect(() => contrast('teal', '#FFFFFF')).toThrow(RangeError);
});

describe.each(schemes)('in the %s scheme', (_scheme, palette) => {
  test.each([...grounds, ...tints])('both voices of ink read at 7:1 or better on %s', (ground) => {
    expect(contrast(palette.ink, palette[ground])).toBeGreaterThanOrEqual(7);
    expect(contrast(palette.ink2, palette[ground])).toBeGreaterThanOrEqual(7);
  });

  test.each(voices)('%s reads at 7:1 or better on the page and on a card', (voice) => {
    expect(contrast(palette[voice], palette.paper)).toBeGreaterThanOrEqual(7);
    expect(contrast(palette[voice], palette.surface)).toBeGreaterThanOrEqual(7);
  });

  test('text on a filled button reads at 7:1 or better, resting and under the pointer', () => {
    expect(contrast(palette.onPrimary, palette.primary)).toBeGreaterThanOrEqual(7);
    expect(contrast(palette.onPrimary, palette.primaryHover)).toBeGreaterThanOrEqual(7);
  });

  test.each([...grounds, ...tints])('the edge of a field stands out by 3:1 or better on %s', (ground) => {
    expect(contrast(palette.border, palette[ground])).toBeGreaterThanOrEqual(3);
    expect(contrast(palette.plum, palette[ground])).toBeGreaterThanOrEqual(3);
  });
});

test.each(Object.keys(LIGHT) as (keyof Palette)[])('the style sheet holds the same %s', (name) => {
  expect(inStyleSheet(name)).toEqual({ light: LIGHT[name], dark: DARK[name] });
});
