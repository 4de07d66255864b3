import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

/** More stops than any page of ours has. */
const MOST_STOPS = 120;

/** Somebody who has no mouse. */
export class Keyboard {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Moves on by Tab until the focus is on this, and sees it there. */
  async to(target: Locator): Promise<void> {
    await target.waitFor();
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) {
        return this.#seeFocus(target);
      }
      await this.#page.keyboard.press('Tab');
    }
    throw new Error(`Tab does not lead to ${target.toString()}.`);
  }

  async press(target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
    await this.to(target);
    await this.#page.keyboard.press(key);
  }

  async write(target: Locator, words: string): Promise<void> {
    await this.to(target);
    await this.#page.keyboard.type(words);
  }

  /** After something went away by itself: whoever moves by Tab goes on from where they were. */
  async expectNotLost(): Promise<void> {
    await expect
      .poll(() => this.#page.evaluate(() => document.activeElement?.tagName ?? 'BODY'))
      .not.toBe('BODY');
  }

  /** It is on the screen, nothing lies over it, and a ring stands around it. */
  async #seeFocus(target: Locator): Promise<void> {
    await expect(target).toBeInViewport();
    const { ring, covered } = await target.evaluate((element) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      const { x, y, width, height } = element.getBoundingClientRect();
      // the middle of what is on the screen of it: a tall field can reach below the fold
      const [top, bottom] = [Math.max(y, 0), Math.min(y + height, innerHeight)];
      const above = document.elementFromPoint(x + width / 2, (top + bottom) / 2);
      const itself = above !== null && (element.contains(above) || above.contains(element));
      return { ring: outlineStyle === 'none' ? 0 : Number.parseFloat(outlineWidth), covered: !itself };
    });
    expect(ring, `the ring around ${target.toString()}`).toBeGreaterThanOrEqual(2);
    expect(covered, `something lies over ${target.toString()}`).toBe(false);
  }
}
