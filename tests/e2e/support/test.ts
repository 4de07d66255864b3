import { test as base, expect } from '@playwright/test';
import type { BrowserContext, Page } from '@playwright/test';
import { Watch } from './watch.ts';

export { expect };
export { expectAccessible } from './accessible.ts';
export { expectForEveryone, expectToKeepNothing } from './everyone.ts';
export { screens } from './screens.ts';

interface Fixtures {
  /** Everything that a page said or did that it should not have. An empty list at the end, or the test fails. */
  watch: Watch;
  /** A page for another person, with cookies of its own; watched like the first. */
  newPerson: () => Promise<Page>;
  watched: undefined;
}

/** The test function of all browser tests: paths start at the product, and every page is watched. */
export const test = base.extend<Fixtures>({
  baseURL: async ({ browserName }, use) => {
    const url = process.env['ACCORD_URL'];
    if (url === undefined) throw new Error(`The product was not started for ${browserName}.`);
    await use(url);
  },
  watch: async ({ baseURL }, use) => {
    const watch = new Watch(new URL(baseURL ?? '').port);
    await use(watch);
    expect(watch.troubles).toEqual([]);
  },
  watched: [
    async ({ context, watch }, use) => {
      await watch.over(context);
      await use(undefined);
    },
    { auto: true },
  ],
  newPerson: async ({ browser, contextOptions, baseURL, watch }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async () => {
      const context = await browser.newContext({ ...contextOptions, ...(baseURL && { baseURL }) });
      contexts.push(context);
      await watch.over(context);
      return await context.newPage();
    });
    for (const context of contexts) await context.close();
  },
});
