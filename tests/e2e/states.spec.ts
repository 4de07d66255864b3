import type { Page, Route } from '@playwright/test';
import { enter, freshCase } from './support/arrange.ts';
import { addressOf } from './support/calls.ts';
import { expect, expectAccessible, expectForEveryone, test } from './support/test.ts';

test.describe.configure({ mode: 'parallel' });

/** Lets calls of one procedure wait, as on a slow line, until `go`. */
async function hold(page: Page, procedure: string): Promise<{ go: () => void }> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route(callsOf(procedure), async (route) => {
    await promise;
    await route.continue();
  });
  return { go: resolve };
}

/** A proxy on the way, or a server that is starting again, answers without a body that anybody can read. */
const unavailable = (route: Route): Promise<void> => route.fulfill({ status: 503, body: '' });
/** What the browser says of it, and what React says of the page that could not be shown. */
const UNAVAILABLE = /status of 503|TRPCClientError: .*JSON/;
const callsOf = (procedure: string): RegExp => new RegExp(`/api/\\w+/[^?]*${procedure.replace('.', '\\.')}`);

/** Fills in what is missing, up to the page that the young person is handed. */
async function askBell(page: Page): Promise<void> {
  await page.getByLabel('Who would see it').selectOption({ label: 'Marcus Bell, Probation officer' });
  await page.getByRole('checkbox', { name: /^Goals and steps/ }).check();
  await page.getByLabel('What it would be used for').selectOption('care-plan-coordination');
  await page.getByLabel('Why it is needed').fill('To plan the week together.');
  await page.getByLabel('Can this be done without sharing?').fill('No. He needs the days.');
  await page.getByRole('button', { name: 'Show what they would see' }).click();
  await expect(page.getByRole('button', { name: /^Hand over to/ })).toBeVisible();
}

test.describe('sign-in', () => {
  test('says which fields are empty', async ({ page }) => {
    await page.goto('/sign-in');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('alert').first()).toBeFocused();
    await expectForEveryone(page, 'state-sign-in-empty');
    await page.getByRole('alert').getByRole('link').first().click();
    await expect(page.getByLabel('Email')).toBeFocused();
  });

  test('with a wrong password does not say which of the two was wrong, and keeps the email', async ({
    page,
    watch,
  }) => {
    watch.expectTrouble(/status of 401 .*session\.signIn/);
    await page.goto('/sign-in');
    await page.getByLabel('Email').fill('dana@childwelfare.example');
    await page.getByLabel('Password').fill('not this one');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('alert').first()).toBeFocused();
    await expect(page.getByLabel('Email')).toHaveValue('dana@childwelfare.example');
    const known = await page.getByRole('alert').first().innerText();
    await expectForEveryone(page, 'state-sign-in-wrong');
    await page.getByLabel('Email').fill('nobody@childwelfare.example');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('button', { name: 'Sign in' })).toBeEnabled();
    expect(await page.getByRole('alert').first().innerText()).toBe(known);
  });
});

test('a case in which nothing is written says what comes first', async ({ page }) => {
  await enter(page, 'dana');
  await page.goto(await freshCase(page, 'Kit M.'));
  await expect(page.getByText('No goals yet')).toBeVisible();
  await expect(page.getByText('Nothing written yet')).toBeVisible();
  await expectForEveryone(page, 'state-case-empty');
  await page.getByRole('link', { name: 'Permissions' }).click();
  await expect(page.getByText('Nothing is shared yet')).toBeVisible();
  await expectForEveryone(page, 'state-permissions-empty');
});

test.describe('a form that needs another look keeps what was typed', () => {
  test('when a case is opened', async ({ page }) => {
    await enter(page, 'dana');
    await page.goto('/cases/new');
    await page.getByLabel('Pronouns').fill('she');
    await page.getByRole('button', { name: 'Open the case' }).click();
    await expect(page.getByRole('alert').first()).toBeFocused();
    await expectForEveryone(page, 'state-new-case-errors');
    await page.getByRole('alert').getByRole('link').first().click();
    await expect(page.getByLabel('Name they use')).toBeFocused();
    await expect(page.getByLabel('Pronouns')).toHaveValue('she');
  });

  test('when a goal and a note are written', async ({ page }) => {
    await enter(page, 'dana');
    await page.goto(await freshCase(page, 'Kit M.'));
    await page.getByRole('button', { name: 'Add a goal' }).click();
    await page.getByLabel('What it means for the team').fill('Lessons on Saturdays');
    await page.getByRole('button', { name: 'Save the goal' }).click();
    await expect(page.getByRole('form', { name: 'Add a goal' }).getByRole('alert').first()).toBeFocused();
    await page.getByRole('button', { name: 'Add a note' }).click();
    await page.getByLabel('How you see it').fill('It was a good day.');
    await page.getByRole('button', { name: 'Send the note' }).click();
    const summary = page.getByRole('form', { name: 'Add a note' }).getByRole('alert').first();
    await expect(summary).toBeFocused();
    await expectForEveryone(page, 'state-goal-and-note-errors');
    await summary.getByRole('link').click();
    await expect(page.getByLabel('What happened')).toBeFocused();
    await expect(page.getByLabel('How you see it')).toHaveValue('It was a good day.');
    await expect(page.getByLabel('What it means for the team')).toHaveValue('Lessons on Saturdays');
  });

  test('when a service is looked for and asked', async ({ page }) => {
    await enter(page, 'dana');
    await page.goto(`${await freshCase(page, 'Kit M.')}/refer`);
    await page.getByLabel('Find a service').fill('zebra');
    await page.getByRole('button', { name: 'Find', exact: true }).click();
    await expect(page.getByText('No service matches')).toBeVisible();
    await expectForEveryone(page, 'state-refer-none');
    await page.getByLabel('Find a service').fill('rides');
    await page.getByRole('button', { name: 'Find', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Choose Rides to appointments' })).toBeVisible();
    await expectForEveryone(page, 'state-refer-found');
    await page.getByRole('button', { name: 'Choose Rides to appointments' }).click();
    await page.getByRole('button', { name: 'Put it on the plan' }).click();
    await expect(page.getByRole('alert').first()).toBeFocused();
    await expectForEveryone(page, 'state-refer-errors');
    await page.getByRole('button', { name: 'Choose another' }).click();
    await expect(page.getByLabel('Find a service')).toHaveValue('rides');
  });

  test('when permission is asked for', async ({ page }) => {
    await enter(page, 'dana');
    await page.goto(`${await freshCase(page, 'Kit M.')}/permissions/new`);
    await page.getByLabel('Why it is needed').fill('To plan the week together.');
    await page.getByRole('button', { name: 'Show what they would see' }).click();
    await expect(page.getByRole('alert').first()).toBeFocused();
    await expectForEveryone(page, 'state-ask-errors');
    await expect(page.getByLabel('Why it is needed')).toHaveValue('To plan the week together.');
    await askBell(page);
    await expectForEveryone(page, 'state-preview');
  });

  test('when permission is signed', async ({ page }) => {
    await enter(page, 'dana');
    await page.goto(`${await freshCase(page, 'Kit M.')}/permissions/new`);
    await askBell(page);
    await page.getByRole('button', { name: /^Hand over to/ }).click();
    const cards = page.getByRole('dialog');
    for (const card of [1, 2, 3, 4, 5]) {
      await expect(cards.getByText(`Card ${card} of 6`)).toBeVisible();
      await expectAccessible(page);
      await cards.getByRole('button', { name: /^(Next|Go on without looking)$/ }).click();
    }
    await expectForEveryone(page, 'state-card-6');
    await cards.getByRole('button', { name: 'Yes, share it' }).click();
    await cards.getByLabel('Your name, as you want it written').fill('Kit');
    await cards.getByRole('button', { name: 'Share it' }).click();
    await expect(cards.getByRole('alert').first()).toBeFocused();
    await expectForEveryone(page, 'state-sign-errors');
    await expect(cards.getByLabel('Your name, as you want it written')).toHaveValue('Kit');
    await cards.getByRole('button', { name: 'I changed my mind' }).click();
    await cards.getByRole('button', { name: 'No', exact: true }).click();
    await expect(cards.getByRole('heading', { name: 'You said no' })).toBeVisible();
    await expectAccessible(page);
  });
});

test.describe('on a slow line', () => {
  test('a page shows its shape, then says that it is still loading', async ({ page }) => {
    await enter(page, 'dana');
    const { go } = await hold(page, 'cases.list');
    await page.goto('/cases');
    await expect(page.getByText('Still loading. Your place is kept.')).toBeVisible();
    await expectForEveryone(page, 'state-loading');
    go();
    await expect(page.getByRole('heading', { level: 1, name: 'My cases' })).toBeVisible();
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
  });

  test("a young person's page says that it is still loading, and Exit is there", async ({ page }) => {
    await enter(page, 'jordan');
    const { go } = await hold(page, 'mine.permissions');
    await page.goto(`${addressOf('youth')}/home`);
    await expect(page.getByText('Still loading')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Exit now' }).last()).toBeVisible();
    await expectForEveryone(page, 'state-youth-loading');
    go();
    await expect(page.getByRole('heading', { level: 1, name: 'My sharing' })).toBeVisible();
  });
});

test.describe('when the server cannot answer', () => {
  test('a page says so, that nothing was changed, and loads at the next try', async ({ page, watch }) => {
    watch.expectTrouble(UNAVAILABLE);
    await enter(page, 'dana');
    await page.route(callsOf('cases.open'), unavailable);
    await page.goto(await freshCase(page, 'Kit M.'));
    await expect(page.getByText('We cannot reach Accord right now')).toBeVisible();
    await expectForEveryone(page, 'state-failed');
    await page.unroute(callsOf('cases.open'));
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Kit M.' })).toBeVisible();
  });

  test('a note keeps what was written, and goes out at the next try', async ({ page, watch }) => {
    watch.expectTrouble(UNAVAILABLE);
    await enter(page, 'dana');
    await page.goto(await freshCase(page, 'Kit M.'));
    await page.route(callsOf('cases.addNote'), unavailable);
    await page.getByRole('button', { name: 'Add a note' }).click();
    await page.getByLabel('What happened').fill('Kit found a lane.');
    await page.getByRole('button', { name: 'Send the note' }).click();
    const form = page.getByRole('form', { name: 'Add a note' });
    await expect(form.getByRole('alert')).toBeFocused();
    await expect(form.getByText('What you wrote is kept.')).toBeVisible();
    await expectForEveryone(page, 'state-note-failed');
    await page.unroute(callsOf('cases.addNote'));
    await form.getByRole('button', { name: 'Send the note' }).click();
    await expect(page.getByRole('list', { name: 'Timeline' }).getByText('Kit found a lane.')).toHaveCount(1);
  });

  test("a young person's page says so, and loads at the next try", async ({ page, watch }) => {
    watch.expectTrouble(UNAVAILABLE);
    await enter(page, 'jordan');
    await page.route(callsOf('mine.permissions'), unavailable);
    await page.goto(`${addressOf('youth')}/home`);
    await expect(page.getByText('Check your signal, then try again.')).toBeVisible();
    await expectForEveryone(page, 'state-youth-failed');
    await page.unroute(callsOf('mine.permissions'));
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'My sharing' })).toBeVisible();
  });
});

test('the sign-in of young people says what is missing, and does not say which of the two was wrong', async ({
  page,
  watch,
}) => {
  watch.expectTrouble(/status of 401 .*session\.signIn/);
  await page.goto(addressOf('youth'));
  await page.getByRole('button', { name: 'OK, go on' }).click();
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByText('Write your email.')).toBeVisible();
  await expect(page.getByText('Write your password.')).toBeVisible();
  await expect(page.getByLabel('Email')).toBeFocused();
  await expectForEveryone(page, 'state-youth-sign-in-empty');
  await page.getByLabel('Email').fill('jordan@plans.example');
  await page.getByLabel('Password').fill('not this one');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByText('That email and password do not match. Try again.')).toBeVisible();
  await expect(page.getByLabel('Email')).toHaveValue('jordan@plans.example');
  await expectForEveryone(page, 'state-youth-sign-in-wrong');
});
