import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { screens } from './screens.ts';

interface Sight {
  width: 360 | 1280;
  colours: 'light' | 'dark' | 'forced';
  /** In percent of what the browser starts with. */
  text: 100 | 200;
}

/** Each pair of a size, colours and a text size is in one of these two sets, and each value is in both. */
const SIGHTS: readonly [readonly Sight[], readonly Sight[]] = [
  [
    { width: 360, colours: 'light', text: 100 },
    { width: 1280, colours: 'forced', text: 200 },
    { width: 360, colours: 'dark', text: 200 },
  ],
  [
    { width: 1280, colours: 'light', text: 200 },
    { width: 1280, colours: 'dark', text: 100 },
    { width: 360, colours: 'forced', text: 100 },
  ],
];

const HEIGHTS = { 360: 640, 1280: 800 };
const NARROWEST = { width: 320, height: 640 };

/**
 * What holds for every screen in every state: one title that says nothing, a heading, nothing kept in the browser,
 * no violation and nothing cut off or pushed out however it is looked at; and pictures of it for people.
 * @param name of the pictures; half of the names are looked at in one set of ways, half in the other.
 */
export async function expectForEveryone(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveCount(0);
  await expectToKeepNothing(page);
  const [one, other] = SIGHTS;
  const before = page.viewportSize();
  for (const sight of lengthIsEven(name) ? one : other) {
    await lookAt(page, sight);
    await expectAccessible(page);
    await expectToFit(page, `${name} at ${sight.width}, ${sight.colours}, ${sight.text} %`);
  }
  await lookAt(page, { width: 360, colours: 'light', text: 100 });
  await page.setViewportSize(NARROWEST);
  await expectToFit(page, `${name} at ${NARROWEST.width}`);
  await page.emulateMedia({ colorScheme: null, forcedColors: null });
  if (before) await page.setViewportSize(before);
  await screens(page, name);
}

/** No case text in a tab's title, and none in a place of the browser that outlives the page. */
export async function expectToKeepNothing(page: Page): Promise<void> {
  const { hostname } = new URL(page.url());
  expect(await page.title()).toBe(hostname.startsWith('youth.') ? 'Plans' : 'Accord');
  const kept = await page.evaluate(async () => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    cookies: document.cookie,
  }));
  expect(kept).toEqual({ local: [], session: [], databases: [], caches: [], workers: 0, cookies: '' });
}

const lengthIsEven = (name: string): boolean => name.length % 2 === 0;

async function lookAt(page: Page, { width, colours, text }: Sight): Promise<void> {
  await page.setViewportSize({ width, height: HEIGHTS[width] });
  await page.emulateMedia({
    colorScheme: colours === 'light' ? 'light' : 'dark',
    forcedColors: colours === 'forced' ? 'active' : 'none',
    // No colour on its way from one look to the next.
    reducedMotion: 'reduce',
  });
  // The reader's own setting, as in the browser's settings: lengths in rem and widths in em both follow it.
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Page.setFontSizes', {
    fontSizes: { standard: (16 * text) / 100, fixed: (13 * text) / 100 },
  });
  await devtools.detach();
}

/** Nothing has to be scrolled sideways, and no words are cut off by the box that they stand in. */
async function expectToFit(page: Page, where: string): Promise<void> {
  const found = await page.evaluate(() => {
    const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    const cut = [...document.querySelectorAll('body *')].filter((element) => {
      const { overflowX, overflowY, clipPath } = getComputedStyle(element);
      if (clipPath !== 'none' || element.clientWidth <= 1 || !element.textContent?.trim()) return false;
      const cutAside = overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1;
      const cutBelow = overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 1;
      return cutAside || cutBelow;
    });
    return { wide, cut: cut.map(({ tagName, className }) => `${tagName} ${String(className)}`) };
  });
  expect(found, where).toEqual({ wide: 0, cut: [] });
}
