import type { Page } from '@playwright/test';
import { countSteps } from './support/count-steps.ts';
import { signInAs } from './support/steps.ts';
import { expect, expectAccessible, expectForEveryone, test } from './support/test.ts';

const TITLE = 'First meeting after placement';

async function openReview(page: Page, name: string, home: string): Promise<void> {
  await signInAs(page, name, home);
  if (home !== 'My reviews') await page.getByRole('link', { name: 'Protocols', exact: true }).click();
  await page.getByRole('link', { name: TITLE }).click();
  await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
}

test('an advisor comments, takes an objection back and signs; the keepers answer and publish', async ({
  page,
  newPerson,
}) => {
  test.setTimeout(120_000);
  await signInAs(page, 'Keisha T.', 'My reviews');
  const places = page.getByRole('navigation', { name: 'Places' }).getByRole('link');
  expect(await places.allInnerTexts()).toEqual(['My reviews', 'About the demo']);
  await expect(page.getByText(/min in all$/)).toBeVisible();
  await expectForEveryone(page, 'protocols-advisor');
  await page.goto('/cases');
  await expect(page.getByRole('heading', { level: 1, name: 'My reviews' })).toBeVisible();

  await page.getByRole('link', { name: TITLE }).click();
  await expect(page.getByText('1 paragraph added and 1 paragraph reworded.')).toBeVisible();
  await page.getByText('Read the changes').click();
  await expect(page.getByText('Nobody can sign while an objection stands.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Sign off' })).toHaveCount(0);
  await expectForEveryone(page, 'protocol-review');

  // experience.md 6.4, row 16: a comment on a paragraph in two steps and its text.
  const commenting = countSteps(2);
  await commenting.click(page.getByRole('button', { name: 'Comment on paragraph 6' }));
  await commenting.write(page.getByLabel('Your comment on paragraph 6'), 'Say how long a break can be.');
  await expectForEveryone(page, 'protocol-comment');
  await commenting.click(page.getByRole('button', { name: 'Suggestion', exact: true }));
  const sixth = page.getByRole('list', { name: 'Comments on paragraph 6' });
  await expect(sixth.getByText('Say how long a break can be.')).toBeVisible();
  await expect(sixth.getByText('Waits for an answer')).toBeVisible();

  await page.getByRole('button', { name: 'Take it back: your comment on paragraph 3' }).click();
  await page.getByRole('button', { name: 'Take it back', exact: true }).click();
  await expect(page.getByText('Taken back', { exact: true })).toBeVisible();

  // And a sign-off in three.
  const signing = countSteps(3);
  await signing.click(page.getByRole('button', { name: 'Sign off' }));
  await signing.click(page.getByLabel('Another name'));
  await signing.write(page.getByLabel('The name to show'), 'Marigold');
  await expectForEveryone(page, 'protocol-sign');
  await signing.click(page.getByRole('button', { name: 'Sign version 3' }));
  await expect(page.getByText(/^Marigold signed version 3/)).toBeVisible();

  const keeper = await newPerson();
  await openReview(keeper, 'Dana Whitfield', 'Today');
  await expect(keeper.getByText('Every comment needs a written answer.')).toBeVisible();
  await expect(keeper.getByRole('button', { name: 'Publish version 3' })).toHaveCount(0);
  await expectForEveryone(keeper, 'protocol-keeper');
  for (const [number, words] of [
    [4, 'Good. The kitchen is theirs on that day.'],
    [6, 'As long as they like. We wrote no number, so that nobody counts.'],
  ] as const) {
    await keeper.getByRole('button', { name: `Answer the comment on paragraph ${number}` }).click();
    await keeper.getByLabel('Your answer').fill(words);
    await keeper.getByRole('button', { name: 'Send the answer' }).click();
    // While it is on its way its words stand in the field, too.
    await expect(keeper.getByLabel('Your answer')).toHaveCount(0);
    await expect(keeper.getByText(words)).toBeVisible();
  }
  await keeper.getByRole('button', { name: 'Publish version 3' }).click();
  await expect(keeper.getByText(/^Published on/)).toBeVisible();

  // A change makes a draft that only its keepers see.
  await keeper.getByRole('button', { name: 'Change paragraph 6' }).click();
  await keeper.getByLabel('What it says').fill('Anyone can ask for a break, for as long as they like.');
  await expectAccessible(keeper);
  await keeper.getByRole('button', { name: 'Save as a new draft' }).click();
  await expect(keeper.getByRole('button', { name: 'Send version 4 to the advisors' })).toBeVisible();
  await page.reload();
  await expect(page.getByText(/Version 3/).first()).toBeVisible();
  await expect(page.getByText('As long as they like. We wrote no number')).toBeVisible();

  const other = await newPerson();
  await openReview(other, 'Rafael Ortiz', 'Today');
  await expect(other.getByRole('button', { name: /Change|Answer|Comment|Publish|Sign off/ })).toHaveCount(0);
  await expectAccessible(other);
});
