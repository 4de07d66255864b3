import { expect } from '@playwright/test';
import type { Locator } from '@playwright/test';

/**
 * Counts what a person does (experience.md 6.4): a step is one click, one key that answers, or one field filled. More
 * steps than the ceiling fail the test at the step that is one too many.
 */
export function countSteps(ceiling: number) {
  let taken = 0;
  const step = async (deed: () => Promise<unknown>): Promise<void> => {
    taken += 1;
    expect(taken, `steps taken, of at most ${ceiling}`).toBeLessThanOrEqual(ceiling);
    await deed();
  };
  return {
    click: (target: Locator) => step(() => target.click()),
    fill: (target: Locator, words: string) => step(() => target.fill(words)),
    choose: (target: Locator, label: string) => step(() => target.selectOption({ label })),
    press: (target: Locator, key: string) => step(() => target.press(key)),
    taken: () => taken,
  };
}
