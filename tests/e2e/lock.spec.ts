import { enter, freshCase } from './support/arrange.ts';
import { staffCalls } from './support/calls.ts';
import { Keyboard } from './support/keyboard.ts';
import { expect, expectForEveryone, test } from './support/test.ts';

const MINUTE = 60_000;
const TITLE = 'This page is locked';

/** What a browser says by itself of an answer to a session that is locked. */
const LOCKED = /status of 401/;

test('15 minutes alone lock the page, nobody can read it meanwhile, and the words that were typed are still there', async ({
  page,
  watch,
}) => {
  watch.expectTrouble(LOCKED);
  await page.clock.install();
  await enter(page, 'dana');
  await page.goto(await freshCase(page, 'Wren Q.'));
  await page.getByRole('button', { name: 'Add a note' }).click();
  await page.getByLabel('What happened').fill('Wren found a choir to sing in.');

  await page.clock.runFor(14 * MINUTE);
  await expect(page.getByText('This page locks in one minute. Press any key to stay.')).toBeVisible();
  await page.keyboard.press('Shift');
  await expect(page.getByText('This page locks in one minute.')).toHaveCount(0);
  await page.clock.runFor(14 * MINUTE);
  await expect(page.getByText('This page locks in one minute.')).toBeVisible();
  await page.clock.runFor(MINUTE);

  await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
  // Nothing of the page is seen, read out or reached: neither what was shared nor what was typed.
  expect(await page.locator('body').innerText()).not.toMatch(/Wren|choir/);
  expect(await page.locator('body').ariaSnapshot()).not.toMatch(/Wren|choir|My cases/);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  for (let stop = 0; stop < 8; stop += 1) {
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('#root') ?? null)).toBeNull();
  }
  await expect.poll(async () => (await staffCalls(page).session.me.query())?.kind).toBe('locked');

  await page.getByRole('button', { name: 'Continue as Dana Whitfield' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Wren Q.' })).toBeVisible();
  await expect(page.getByLabel('What happened')).toHaveValue('Wren found a choir to sing in.');
  await expect(page.getByLabel('What happened')).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('list', { name: 'Timeline' }).getByText('Wren found a choir')).toBeVisible();
});

test('the button locks at once, and what changes meanwhile is there after it is opened', async ({
  page,
  newPerson,
  watch,
}) => {
  watch.expectTrouble(LOCKED);
  await enter(page, 'dana');
  const path = await freshCase(page, 'Robin L.');
  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1, name: 'Robin L.' })).toBeVisible();
  const keys = new Keyboard(page);
  await keys.press(page.getByRole('button', { name: 'Lock', exact: true }));
  await expect(page.getByRole('button', { name: 'Continue as Dana Whitfield' })).toBeFocused();
  await expectForEveryone(page, 'locked');

  const colleague = await newPerson();
  await enter(colleague, 'dana');
  const caseId = path.split('/').at(-1) as never;
  await staffCalls(colleague).cases.addGoal.mutate({ caseId, ownWords: 'Bake bread' });
  expect(await page.locator('body').innerText()).not.toContain('Bake bread');
  await page.keyboard.press('Enter');
  await expect(page.getByText('“Bake bread”')).toBeVisible();
});

test('loading a locked page anew leaves it locked, at its address with its filters', async ({
  page,
  watch,
}) => {
  watch.expectTrouble(LOCKED);
  await enter(page, 'dana');
  await page.goto('/cases?with=me&sort=code');
  await expect(page.getByRole('link', { name: 'Heron' })).toBeVisible();
  await page.getByRole('button', { name: 'Lock', exact: true }).click();
  await expect.poll(async () => (await staffCalls(page).session.me.query())?.kind).toBe('locked');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
  await expect(page.getByText('Heron')).toHaveCount(0);
  await page.getByRole('button', { name: 'Continue as Dana Whitfield' }).click();
  await expect(page.getByRole('link', { name: 'Heron' })).toBeVisible();
  await expect(page).toHaveURL('/cases?with=me&sort=code');
  await expect(page.getByLabel('Show')).toHaveValue('me');
});

test('the windows of one browser lock and open together', async ({ page, context, watch }) => {
  watch.expectTrouble(LOCKED);
  await enter(page, 'dana');
  await page.goto('/cases');
  const other = await context.newPage();
  await other.goto('/protocols');
  await expect(other.getByRole('heading', { level: 1, name: 'Protocols' })).toBeVisible();
  await page.getByRole('button', { name: 'Lock', exact: true }).click();
  await expect(other.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
  await other.getByRole('button', { name: 'Continue as Dana Whitfield' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'My cases' })).toBeVisible();
});

test('the cover comes without a connection too', async ({ page, context, watch }) => {
  watch.expectTrouble(/ERR_INTERNET_DISCONNECTED|status of 401/);
  await enter(page, 'dana');
  await page.goto('/cases');
  await expect(page.getByRole('link', { name: 'Heron' })).toBeVisible();
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Lock', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Heron' })).toHaveCount(0);
  await context.setOffline(false);
  await expect
    .poll(async () => (await staffCalls(page).session.me.query())?.kind, { timeout: 15_000 })
    .toBe('locked');
});

test('signing out of a locked page ends the session', async ({ page, watch }) => {
  watch.expectTrouble(LOCKED);
  await enter(page, 'dana');
  await page.goto('/cases');
  await page.getByRole('button', { name: 'Lock', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Who would you like to be?' })).toBeVisible();
  expect(await staffCalls(page).session.me.query()).toBeNull();
});
