import type { Page } from '@playwright/test';
import { enter, shareStory, storyCase } from './support/arrange.ts';
import { addressOf } from './support/calls.ts';
import { expect, expectAccessible, test } from './support/test.ts';

const youth = (path = '/'): string => addressOf('youth') + path;
/** Where Exit leads in the tests: a page about nothing. */
const ELSEWHERE = youth('/health');
const NEUTRAL = "Nothing here, or it isn't shared with you.";

const exit = (page: Page) =>
  page.getByRole('region', { name: 'Exit' }).getByRole('link', { name: 'Exit now' });

async function open(page: Page, path: string, title: string): Promise<void> {
  await page.goto(youth(path));
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

test.describe('before any script, or without', () => {
  test.use({ javaScriptEnabled: false });

  test('Exit is the first stop of the keyboard and leads away, and help is on the page', async ({ page }) => {
    await page.goto(youth());
    await expect(exit(page)).toBeVisible();
    await expect(page.getByRole('heading', { level: 1, name: 'Help now' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Call 988' })).toHaveAttribute('href', 'tel:988');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Exit now' }).first()).toBeFocused();
    await page.keyboard.press('Enter');
    await page.waitForURL(ELSEWHERE);
    await page.goto(youth());
    await exit(page).click();
    await page.waitForURL(ELSEWHERE);
  });
});

test('the first page says what Exit does and what it cannot do, and the log-in comes after it', async ({
  page,
}) => {
  await open(page, '/', 'Before you start');
  await expect(page.getByText('It does not clear your history.')).toBeVisible();
  await expect(page.getByLabel('Password')).toHaveCount(0);
  await page.getByRole('button', { name: 'OK, go on' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeFocused();
  await page.getByRole('button', { name: 'Go in as Jordan' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'My sharing' })).toBeFocused();
});

test('Exit covers the page, ends the session and leaves nothing to come back to', async ({ page, watch }) => {
  watch.expectTrouble(/status of 401/);
  await enter(page, 'jordan');
  await open(page, '/home', 'My sharing');
  const session = await page.context().cookies();
  await exit(page).click();
  await page.waitForURL(ELSEWHERE);
  expect(await page.context().cookies()).toEqual([]);

  await page.goBack();
  await expect(page.getByText('Rafael Ortiz')).toHaveCount(0);
  // Also somebody who kept the cookie finds that the session is over.
  await page.context().addCookies(session);
  await open(page, '/home', 'Before you start');
});

test('Shift three times leaves as well, and Shift for a capital letter does not', async ({ page, watch }) => {
  watch.expectTrouble(/status of 401/);
  await enter(page, 'jordan');
  await open(page, '/plan', 'My plan');
  for (const key of ['Shift+A', 'Shift+B', 'Shift+C', 'Shift', 'Shift']) await page.keyboard.press(key);
  await expect(page.getByRole('heading', { level: 1, name: 'My plan' })).toBeVisible();
  await page.keyboard.press('Shift');
  await page.waitForURL(ELSEWHERE);
  await open(page, '/plan', 'Before you start');
});

test('Help now is one tap away without a log-in', async ({ page }) => {
  await open(page, '/', 'Before you start');
  await page.getByRole('link', { name: 'Help now' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Help now' })).toBeFocused();
  await expect(page.getByRole('link', { name: 'Call 911' })).toHaveAttribute('href', 'tel:911');
  await expect(page.getByRole('link', { name: 'Text 988' })).toHaveAttribute('href', 'sms:988');
});

test('My plan has the goals in their own words, and the help that is on its way', async ({ page }) => {
  await enter(page, 'jordan');
  await open(page, '/plan', 'My plan');
  const goals = page.getByRole('region', { name: 'My goals' });
  await expect(goals.getByText('Get back to art class')).toBeVisible();
  await expect(goals.getByText('2 of 4 steps done')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Services for me' })).toContainText('Rides to appointments');
});

test('a reader is in Who looked; sharing with them stops in three taps, and their open page loses it in two seconds', async ({
  page,
  newPerson,
  watch,
}) => {
  watch.expectTrouble(/status of 404 .*\/api\/staff\/[\w.,]*(cases\.open|live)/);
  const worker = await newPerson();
  await enter(worker, 'dana');
  await shareStory(worker, 'Marcus Bell', ['case-plan']);
  const reader = await newPerson();
  await enter(reader, 'bell');
  await reader.goto(`/cases/${await storyCase(worker)}`);
  await expect(reader.getByText('“Get back to art class”')).toBeVisible();

  await enter(page, 'jordan');
  await open(page, '/home', 'My sharing');
  await page.getByRole('link', { name: 'Who looked' }).click();
  const line = 'Marcus Bell (Alder Juvenile Probation) opened: goals.';
  await expect(page.getByText(line).first()).toBeVisible();

  await page.getByRole('link', { name: 'My sharing' }).click();
  let taps = 0;
  const tap = async (name: string): Promise<void> => {
    taps += 1;
    const card = page.getByRole('article', { name: 'Marcus Bell' });
    await card.getByRole('button', { name, exact: true }).click();
  };
  await tap('Stop sharing goals with Marcus Bell');
  const question = 'Stop sharing goals with Marcus Bell?';
  await expect(page.getByRole('paragraph').filter({ hasText: question })).toBeFocused();
  await expectAccessible(page);
  await tap('Stop');
  await expect(reader.getByText('“Get back to art class”')).toHaveCount(0, { timeout: 2_000 });
  await expect(reader.getByText(NEUTRAL)).toBeVisible();
  expect(taps).toBeLessThanOrEqual(3);
  await expect(page.getByText('You stopped sharing goals with Marcus Bell.')).toBeVisible();
  await expect(page.getByRole('article', { name: 'Marcus Bell' })).toHaveCount(0);
});
