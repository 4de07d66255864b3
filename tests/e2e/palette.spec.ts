import type { Page } from '@playwright/test';
import { enter, freshCase } from './support/arrange.ts';
import { expect, expectForEveryone, test } from './support/test.ts';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Search' });

/** Opens it by its keys; its field has the focus. */
async function openPalette(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(dialog(page).getByRole('combobox')).toBeFocused();
}

test('a note is added from anywhere in four steps and its text', async ({ page }) => {
  await enter(page, 'dana');
  await page.goto('/protocols');
  await expect(page.getByRole('heading', { level: 1, name: 'Protocols' })).toBeVisible();
  let steps = 0;
  const step = async (act: () => Promise<void>) => {
    steps += 1;
    await act();
  };
  await step(() => openPalette(page));
  await step(() => page.keyboard.type('heron note'));
  await expect(dialog(page).getByRole('option', { selected: true })).toContainText('Add a note: Heron');
  await step(() => page.keyboard.press('Enter'));
  await expect(page.getByLabel('What happened')).toBeFocused();
  await page.keyboard.type('Called the studio about a place.');
  await step(() => page.keyboard.press('Control+Enter'));
  const timeline = page.getByRole('list', { name: 'Timeline' });
  await expect(timeline.getByText('Called the studio about a place.').first()).toBeVisible();
  expect(steps).toBeLessThanOrEqual(4);
});

test('arrows choose, Enter goes, Escape gives the focus back, and nothing that was typed is in the address', async ({
  page,
}) => {
  await enter(page, 'dana');
  await page.goto('/cases');
  const search = page.getByRole('button', { name: 'Search' });
  await search.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Search' })).toBeVisible();
  const selected = dialog(page).getByRole('option', { selected: true });
  await expect(selected).toContainText('Today');
  await page.keyboard.press('ArrowDown');
  const second = await dialog(page).getByRole('option').nth(1).innerText();
  await expect(selected).toHaveText(second.replace('\n', ''));
  await expectForEveryone(page, 'palette');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(search).toBeFocused();

  await openPalette(page);
  await page.keyboard.type('hero');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Jordan R.' })).toBeVisible();
  expect(page.url()).not.toContain('hero');
});

test('on a case it knows what can be done there', async ({ page }) => {
  await enter(page, 'dana');
  await page.goto(await freshCase(page, 'Sage P.'));
  await expect(page.getByRole('heading', { level: 1, name: 'Sage P.' })).toBeVisible();
  for (const [words, title] of [
    ['ask perm', 'Ask permission'],
    ['refer', 'Refer to a service'],
    ['who sees', 'Who sees what'],
  ] as const) {
    await openPalette(page);
    await page.keyboard.type(words);
    // What can be done here is known once the list of cases has come.
    await expect(dialog(page).getByRole('option', { selected: true })).toContainText(new RegExp(words, 'i'));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  }
  await openPalette(page);
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('What happened')).toBeFocused();
});

test('it finds what is shared with its reader and nothing else, and says so', async ({ page }) => {
  await enter(page, 'nair');
  await page.goto('/cases');
  await expect(page.getByText('Nothing is shared with you yet.')).toBeVisible();
  await openPalette(page);
  await page.keyboard.type('heron');
  await expect(page.getByText('No matches among cases shared with you.')).toBeVisible();
  await expectForEveryone(page, 'palette-nothing');
});

test('an advisor finds reviews and no case; it locks and signs out', async ({ page, watch }) => {
  watch.expectTrouble(/status of 401/);
  await enter(page, 'keisha');
  await page.goto('/protocols');
  await expect(page.getByRole('heading', { level: 1, name: 'My reviews' })).toBeVisible();
  await openPalette(page);
  await page.keyboard.type('case');
  await expect(page.getByText('No matches among cases shared with you.')).toBeVisible();
  await dialog(page).getByRole('combobox').fill('lock');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Continue as Keisha T.' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'My reviews' })).toBeVisible();
  await openPalette(page);
  await page.keyboard.type('sign out');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Who would you like to be?' })).toBeVisible();
});
