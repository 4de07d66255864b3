import type { Page } from '@playwright/test';
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../e2e/support/folders.ts';
import { expect, test } from '../e2e/support/test.ts';

// Not a test of the product: it writes the pictures that the documents show.
//     pnpm --filter @accord/tests pictures

const MOST_BYTES = 200 * 1024;

async function picture(page: Page, name: string): Promise<void> {
  const path = join(root, 'docs', 'pictures', `${name}.png`);
  mkdirSync(join(root, 'docs', 'pictures'), { recursive: true });
  await page.screenshot({ path, animations: 'disabled' });
  expect(statSync(path).size).toBeLessThan(MOST_BYTES);
}

test('side by side', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 1000 });
  await page.goto('/demo/side-by-side');
  const right = page.getByRole('region', { name: 'Rafael Ortiz: case page' });
  await expect(right.getByText('“Get back to art class”')).toBeVisible();
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
  await picture(page, 'side-by-side');
});

test('a plan across agencies', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 1000 });
  await page.goto('/demo');
  await page.getByRole('button', { name: 'Sign in as Renee Clarke' }).click();
  await page.getByRole('link', { name: /Wren/ }).click();
  await expect(page.getByText('Quiero jugar en el equipo')).toBeVisible();
  await picture(page, 'plan-across-agencies');
});
