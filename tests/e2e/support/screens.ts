import type { Page } from '@playwright/test';
import { data } from './folders.ts';

const SIZES = [
  { width: 360, height: 640 },
  { width: 1280, height: 800 },
];

/**
 * Pictures of a page for people to look at, in .data/screens: narrow and wide, light and dark. They prove nothing by
 * themselves and take a quarter of the time of the browser tests: ask for them with ACCORD_SCREENS=1.
 */
export async function screens(page: Page, name: string): Promise<void> {
  if (!process.env['ACCORD_SCREENS']) return;
  const before = page.viewportSize();
  for (const size of SIZES) {
    await page.setViewportSize(size);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({
        path: data(`screens/${name}-${size.width}-${colorScheme}.png`),
        fullPage: true,
        animations: 'disabled',
      });
    }
  }
  await page.emulateMedia({ colorScheme: null });
  if (before !== null) await page.setViewportSize(before);
}
