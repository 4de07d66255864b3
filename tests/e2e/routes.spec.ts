import type { Page } from '@playwright/test';
import { enter, freshCase, storyCase } from './support/arrange.ts';
import { addressOf } from './support/calls.ts';
import { expect, expectAccessible, expectForEveryone, expectToKeepNothing, test } from './support/test.ts';

// Nothing here changes what is shared, so that no test waits for another.
test.describe.configure({ mode: 'parallel' });

/** What a browser says by itself of an answer that there is nothing here. */
const NOTHING_HERE =
  /status of 404 .*\/api\/staff\/[\w.,]*(cases|consent|renewal|register|keeping|meetings|packages|live)/;
const NEUTRAL = "Nothing here, or it isn't shared with you.";
const PEOPLE = 'Who would you like to be?';

interface Route {
  route: string;
  path: string;
  title: string | RegExp;
  /** Words that are there when everything has come. */
  has?: string;
}

const forEverybody: readonly Route[] = [
  { route: 'demo', path: '/demo', title: PEOPLE, has: 'Sign in as Marcus Bell' },
  { route: 'side-by-side', path: '/demo/side-by-side', title: 'Side by side', has: 'Stop everything with' },
  { route: 'tour', path: '/demo/tour', title: 'A tour in seven scenes', has: 'Take me there' },
  { route: 'unknown', path: '/nowhere', title: 'Accord', has: NEUTRAL },
  { route: 'sign-in', path: '/sign-in', title: 'Sign in', has: 'Password' },
];

const forTheWorker: readonly Route[] = [
  { route: 'today', path: '/today', title: 'Today', has: 'Heron' },
  { route: 'cases', path: '/cases', title: 'My cases', has: 'Heron' },
  { route: 'inbox', path: '/inbox', title: 'Inbox', has: 'Asks to decide' },
  { route: 'new-case', path: '/cases/new', title: 'Open a case' },
  { route: 'case', path: '/cases/STORY', title: 'Jordan R.', has: 'Referred to Rides to appointments' },
  { route: 'permissions', path: '/cases/STORY/permissions', title: /^Permissions: ./, has: 'Elena Sosa' },
  { route: 'ask', path: '/cases/STORY/permissions/new', title: 'Ask permission', has: 'Last day' },
  { route: 'signers', path: '/cases/STORY/signers', title: /^Who may sign: ./, has: 'Comes of age' },
  { route: 'who-sees-what', path: '/cases/STORY/who-sees-what', title: 'Who sees what', has: 'Elena Sosa' },
  { route: 'refer', path: '/cases/STORY/refer', title: 'Refer to a service', has: 'Find a service' },
  {
    route: 'call-meeting',
    path: '/cases/STORY/meetings/new',
    title: 'Call a team meeting',
    has: 'What to call it',
  },
  { route: 'state-law', path: '/state-law', title: 'State law', has: 'Unreviewed by counsel' },
  { route: 'policy-tester', path: '/policy-tester', title: 'Test the rules', has: 'As expected' },
  { route: 'agreements', path: '/agreements', title: 'Agreements', has: 'MOU 2024-03' },
  { route: 'duties', path: '/cases/STORY/duties', title: /^Legal duties: ./, has: 'What opened by law' },
  { route: 'keeping', path: '/cases/STORY/keeping', title: /^Keeping and erasing: ./, has: 'What is kept' },
  {
    route: 'packages',
    path: '/cases/STORY/packages',
    title: /^Records requests: ./,
    has: 'Prepare a package',
  },
  { route: 'schedule', path: '/keeping', title: 'How long we keep what', has: 'Times to keep' },
  { route: 'after-hours', path: '/after-hours', title: 'After hours', has: 'Hannah Brandt' },
  { route: 'posts', path: '/posts', title: 'Posts', has: 'No posts yet' },
  { route: 'referrals', path: '/referrals?show=waiting', title: 'Referrals', has: 'Rides to appointments' },
];

/** Priya Nair: no permission names her, here or in any other test. */
const forAStranger: readonly Route[] = [
  { route: 'today', path: '/today', title: 'Today', has: 'No step waits for you.' },
  { route: 'cases', path: '/cases', title: 'My cases', has: 'Nothing is shared with you yet.' },
  { route: 'new-case', path: '/cases/new', title: 'Open a case' },
  { route: 'case', path: '/cases/STORY', title: 'Accord', has: NEUTRAL },
  { route: 'permissions', path: '/cases/STORY/permissions', title: 'Permissions', has: NEUTRAL },
  { route: 'ask', path: '/cases/STORY/permissions/new', title: 'Accord', has: NEUTRAL },
  { route: 'draft', path: '/cases/STORY/permissions/17', title: 'Accord', has: NEUTRAL },
  { route: 'stop', path: '/cases/STORY/permissions/stop', title: 'Accord', has: NEUTRAL },
  { route: 'renew', path: '/cases/STORY/permissions/renew', title: 'Accord', has: NEUTRAL },
  { route: 'signers', path: '/cases/STORY/signers', title: 'Accord', has: NEUTRAL },
  { route: 'duties', path: '/cases/STORY/duties', title: 'Accord', has: NEUTRAL },
  { route: 'keeping', path: '/cases/STORY/keeping', title: 'Accord', has: NEUTRAL },
  { route: 'packages', path: '/cases/STORY/packages', title: 'Accord', has: NEUTRAL },
  { route: 'meeting', path: '/cases/STORY/meetings/17', title: 'Accord', has: NEUTRAL },
  { route: 'inbox', path: '/inbox', title: 'Inbox', has: 'Nothing waits here' },
  { route: 'who-sees-what', path: '/cases/STORY/who-sees-what', title: 'Accord', has: NEUTRAL },
  { route: 'refer', path: '/cases/STORY/refer', title: 'Accord', has: NEUTRAL },
  { route: 'referrals', path: '/referrals', title: 'Referrals', has: 'Nothing to answer' },
];

async function open(page: Page, { path, title, has }: Route): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1, name: title, exact: true })).toBeVisible();
  if (has) await expect(page.getByText(has).first()).toBeVisible();
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
}

/** The paths of the table with the case of the demo's story in them. */
async function withStory(page: Page, route: Route): Promise<Route> {
  await enter(page, 'dana');
  return { ...route, path: route.path.replace('STORY', await storyCase(page)) };
}

for (const route of forTheWorker) {
  test(`${route.path}, for the worker of the case`, async ({ page, watch }) => {
    watch.expectTrouble(NOTHING_HERE);
    await open(page, await withStory(page, route));
    await expectForEveryone(page, `worker-${route.route}`);
  });
}

for (const route of forAStranger) {
  test(`${route.path}, for someone with whom nothing is shared`, async ({ page, watch }) => {
    watch.expectTrouble(NOTHING_HERE);
    const found = await withStory(page, route);
    await enter(page, 'nair');
    await open(page, found);
    await expectForEveryone(page, `stranger-${route.route}`);
  });
}

for (const route of forEverybody) {
  test(`${route.path}, for nobody in particular`, async ({ page, watch }) => {
    watch.expectTrouble(NOTHING_HERE);
    await open(page, route);
    await expectForEveryone(page, `nobody-${route.route}`);
  });
}

for (const key of ['dana', 'nair']) {
  test(`the pages that need no log-in work for ${key}, who has one, and the first address leads to today`, async ({
    page,
    watch,
  }) => {
    watch.expectTrouble(NOTHING_HERE);
    await enter(page, key);
    const home = { route: 'home', path: '/', title: 'Today' };
    for (const route of [home, ...forEverybody]) {
      await open(page, route);
      await expectToKeepNothing(page);
      await expectAccessible(page);
    }
  });
}

test('whoever has not signed in is led to the people of the demo, wherever they wanted to go', async ({
  page,
}) => {
  for (const path of ['/', ...forTheWorker.map((route) => route.path)]) {
    await open(page, { route: 'demo', path, title: PEOPLE, has: 'Sign in as Marcus Bell' });
    await expectToKeepNothing(page);
    await expect(page).toHaveURL('/demo');
  }
});

test('a case that is not there, one of somebody else, an address without an id and one without a page read the same', async ({
  page,
  newPerson,
  watch,
}) => {
  watch.expectTrouble(NOTHING_HERE);
  const worker = await newPerson();
  await enter(worker, 'dana');
  const other = await freshCase(worker, 'Sam T.');
  await enter(page, 'nair');
  const said: string[] = [];
  for (const path of [other, '/cases/6f1c2a52-0000-4000-8000-000000000000', '/cases/17', '/nowhere']) {
    await open(page, { route: 'unknown', path, title: 'Accord', has: NEUTRAL });
    said.push(await page.getByRole('main').innerText());
  }
  expect(said).toEqual(Array(4).fill(said[0]));
});

const youth = (path: string): string => addressOf('youth') + path;

const forTheYoungPerson: readonly Route[] = [
  { route: 'home', path: '/home', title: 'My sharing', has: 'Elena Sosa' },
  { route: 'plan', path: '/plan', title: 'My plan', has: 'Get back to art class' },
  { route: 'log', path: '/log', title: 'Who looked', has: 'Dana Whitfield' },
  { route: 'days', path: '/days', title: 'My meetings', has: 'No meetings are planned.' },
  { route: 'circle', path: '/circle', title: 'People I keep out', has: 'You are not keeping anyone out.' },
  { route: 'adults', path: '/adults', title: 'Who may sign for me', has: 'you come of age' },
];
const forAnyYoungPerson: readonly Route[] = [
  { route: 'numbers', path: '/numbers', title: 'Help now', has: 'Call 988' },
  { route: 'unknown', path: '/nowhere', title: NEUTRAL },
];

for (const route of [...forTheYoungPerson, ...forAnyYoungPerson]) {
  test(`${route.path}, for the young person`, async ({ page }) => {
    await enter(page, 'jordan');
    await open(page, { ...route, path: youth(route.path) });
    await expectForEveryone(page, `youth-${route.route}`);
  });
}

for (const route of [{ route: 'start', path: '/', title: 'Before you start' }, ...forAnyYoungPerson]) {
  test(`${route.path}, for a young person who has not signed in`, async ({ page }) => {
    await open(page, { ...route, path: youth(route.path) });
    await expectForEveryone(page, `youth-out-${route.route}`);
  });
}

test('a young person who has not signed in starts at the first page, wherever they wanted to go', async ({
  page,
  watch,
}) => {
  watch.expectTrouble(/status of 401/);
  for (const { path } of forTheYoungPerson) {
    await open(page, { route: 'start', path: youth(path), title: 'Before you start' });
    await expect(page).toHaveURL(youth('/'));
    await expectToKeepNothing(page);
  }
});
