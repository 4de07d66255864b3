import type { Page } from '@playwright/test';
import { enter, storyCase } from './support/arrange.ts';
import { Keyboard } from './support/keyboard.ts';
import { expect, expectForEveryone, test } from './support/test.ts';

const SCENES = [
  { title: 'Intake', who: 'Dana Whitfield', page: 'Open a case' },
  { title: 'Permission', who: 'Dana Whitfield', page: 'Ask permission' },
  { title: 'The case', who: 'Dana Whitfield', page: 'Jordan R.' },
  { title: 'Why hidden', who: 'Elena Sosa', page: 'Heron' },
  { title: 'A referral and its answer', who: 'Noor Haddad', page: 'Referrals' },
  { title: 'Plan across agencies', who: 'Renee Clarke', page: 'Luz M.' },
  { title: 'Protocol sign-off', who: 'Keisha T.', page: 'My reviews' },
] as const;

const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true });
const signedIn = (page: Page) => page.getByRole('region', { name: 'Signed in' });

test('from the first page, one click makes a newcomer a person of the demo', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Sign in as Renee Clarke' }).click();
  await expect(title(page, 'Today')).toBeVisible();
  await expect(page.getByText('Wren').first()).toBeVisible();
});

test('each card stands with those who do the same, and says in a line what one will see', async ({
  page,
}) => {
  await page.goto('/demo');
  const cards = (group: string) => page.getByRole('region', { name: group }).getByRole('listitem');
  await expect(cards('People on the team')).toHaveCount(9);
  await expect(cards('Who looks after permissions')).toHaveCount(1);
  await expect(cards('Who reviews how it works')).toHaveCount(1);
  await expect(cards('Young people')).toHaveCount(2);
});

test('by keyboard, the person is changed in the frame, and nothing of the one before is seen again', async ({
  page,
}) => {
  await enter(page, 'dana');
  await page.goto('/cases');
  await expect(page.getByText('Jordan R.')).toBeVisible();
  // Whatever the page shows from now on while the frame names somebody else.
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(globalThis, { seen });
    new MutationObserver(() => {
      const text = document.body.innerText;
      if (!text.includes('Dana Whitfield') && text.includes('Jordan R.')) seen.push(text);
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
  });
  const keyboard = new Keyboard(page);
  const toggle = page.getByRole('button', { name: 'Switch person' });
  await keyboard.press(toggle);
  await expect(toggle).toHaveAttribute('aria-expanded', 'true');
  const people = page.getByRole('navigation', { name: 'People of the demo' });
  await expect(people.getByRole('link', { name: /^Dana Whitfield/ })).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('Escape');
  await expect(people).toBeHidden();
  await expect(toggle).toBeFocused();
  await keyboard.press(toggle);
  await keyboard.press(people.getByRole('link', { name: /^Rafael Ortiz/ }));
  await expect(signedIn(page).getByText('Rafael Ortiz')).toBeVisible();
  await expect(title(page, 'Today')).toBeFocused();
  await expect(page.getByText('Heron')).toBeVisible();
  expect(await page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen)).toEqual([]);
});

test('the list of people in the frame, open, for everybody', async ({ page }) => {
  await enter(page, 'tom');
  await page.goto('/cases');
  await expect(page.getByText('Tern')).toBeVisible();
  await page.getByRole('button', { name: 'Switch person' }).click();
  await expect(page.getByRole('link', { name: /^Luz/ })).toHaveAttribute('href', /^http:\/\/youth\./);
  await expectForEveryone(page, 'demo-switcher');
});

test('the same on a phone, inside the menu', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await enter(page, 'alma');
  await page.goto('/cases');
  await expect(page.getByText('Juniper')).toBeVisible();
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('button', { name: 'Switch person' }).click();
  await expect(page.getByRole('link', { name: /^Luz/ })).toBeVisible();
  await expectForEveryone(page, 'demo-switcher-phone');
});

test('the tour leads through seven scenes by keyboard, beside the page and never over it', async ({
  page,
}) => {
  await page.goto('/demo');
  const keyboard = new Keyboard(page);
  await keyboard.press(page.getByRole('link', { name: 'Show me the scenes' }));
  await keyboard.press(page.getByRole('link', { name: 'Take me there: Intake' }));
  const strip = page.getByRole('region', { name: 'Tour' });
  for (const [index, scene] of SCENES.entries()) {
    await expect(strip.getByText(`Tour ${index + 1} of 7: ${scene.title}`)).toBeVisible();
    await expect(title(page, scene.page)).toBeVisible();
    await expect(signedIn(page).getByText(scene.who)).toBeVisible();
    const next = SCENES[index + 1];
    if (next) await keyboard.press(strip.getByRole('button', { name: `Next: ${next.title}` }));
  }
  await keyboard.press(strip.getByRole('button', { name: 'Leave the tour' }));
  await expect(strip).toHaveCount(0);
  await expect(title(page, 'My reviews')).toBeFocused();
});

test('a page under the strip of the tour, for everybody', async ({ page }) => {
  await page.goto('/demo/tour');
  await page.getByRole('link', { name: 'Take me there: Plan across agencies' }).click();
  await expect(title(page, 'Luz M.')).toBeVisible();
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
  await expectForEveryone(page, 'demo-tour-strip');
});

test('a legal hold is said on the page of those who are on the case', async ({ page }) => {
  await enter(page, 'amara');
  await page.goto(`/cases/${await storyCase(page, 'Aspen')}`);
  await expect(page.getByText(/^Legal hold since .+: nothing of this case may be deleted\.$/)).toBeVisible();
  await expectForEveryone(page, 'case-held');
});

test('side by side, Luz can sit on the left, and the page on the right is of her case', async ({ page }) => {
  await page.goto('/demo/side-by-side');
  await expect(page.getByRole('region', { name: 'Jordan: my sharing' })).toBeVisible();
  await page.getByLabel('On the left').selectOption('luz');
  const left = page.getByRole('region', { name: 'Luz: my sharing' });
  const right = page.getByRole('region', { name: 'Tom Akana: case page' });
  await expect(left.getByText('Tom Akana').first()).toBeVisible();
  await expect(right.getByText('Quiero jugar en el equipo de fútbol de la escuela')).toBeVisible();
  await expect(page).toHaveURL(/\?l=luz$/);
});

test('who sits down last has the seat, however late whoever sat there before was let in', async ({
  page,
}) => {
  const lateSignIn = Promise.withResolvers<void>();
  const opening = Promise.withResolvers<void>();
  const isLate = (body: string | null) => body?.includes('ortiz') ?? false;
  await page.route(/\/api\/staff\/demo\.signIn/, async (route) => {
    if (isLate(route.request().postData())) await lateSignIn.promise;
    await route.continue();
  });
  await page.route(/\/api\/staff\/.*cases\.open/, async (route) => {
    await opening.promise;
    await route.continue();
  });
  await page.goto('/demo/side-by-side');
  await page.getByLabel('On the left').selectOption('luz');
  await expect(
    page.getByRole('region', { name: 'Luz: my sharing' }).getByText('Tom Akana').first(),
  ).toBeVisible();
  const late = page.waitForResponse((answer) => isLate(answer.request().postData()));
  lateSignIn.resolve();
  await late;
  opening.resolve();
  const right = page.getByRole('region', { name: 'Tom Akana: case page' });
  await expect(right.getByText('Quiero jugar en el equipo de fútbol de la escuela')).toBeVisible();
});
