import type { Locator } from '@playwright/test';
import { expect } from '@playwright/test';

/** Acts on the page as a person does, and counts. */
export interface CountedSteps {
  click: (target: Locator) => Promise<void>;
  /** One field filled is one step, however much is typed. */
  fill: (target: Locator, text: string) => Promise<void>;
  choose: (target: Locator, label: string) => Promise<void>;
  press: (target: Locator, key: string) => Promise<void>;
  /** Words that only this person can write: a reason, a note. They are no step. */
  write: (target: Locator, text: string) => Promise<void>;
  taken: () => number;
}

/**
 * Counts the steps of a task (experience.md 6.4): one tap, click, key that answers or choice, or one field filled. The
 * step that is one too many fails, so that the failure shows which one it was.
 * @param ceiling the most that the task may take.
 */
export function countSteps(ceiling: number): CountedSteps {
  let taken = 0;
  const count = async (deed: () => Promise<unknown>): Promise<void> => {
    taken += 1;
    expect(taken, `steps, of ${ceiling} at most`).toBeLessThanOrEqual(ceiling);
    await deed();
  };
  return {
    click: (target) => count(() => target.click()),
    fill: (target, text) => count(() => target.fill(text)),
    choose: (target, label) => count(() => target.selectOption({ label })),
    press: (target, key) => count(() => target.press(key)),
    write: (target, text) => target.fill(text),
    taken: () => taken,
  };
}
