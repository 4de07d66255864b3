import { enter } from './support/arrange.ts';
import { countSteps } from './support/count-steps.ts';
import { expect, expectForEveryone, test } from './support/test.ts';
import { inDays as day } from '../support/day.ts';

// "Could this person see this on that day?", as whoever answers counsel asks it.

test('from the inbox to the answer about a past day: five steps, every rule with it, and a print; then the list of all', async ({
  page,
}) => {
  await enter(page, 'alma');
  await page.goto('/inbox');
  const steps = countSteps(5);
  await steps.click(page.getByRole('link', { name: 'Ask about one person' }));
  const form = page.getByRole('form', { name: 'The question' });
  await expect(page.getByText('The answer then stands here.')).toBeVisible();
  await steps.choose(form.getByLabel('Case'), 'Finch');
  await steps.choose(form.getByLabel('Could this person'), 'Melanie Kwan, Missing youth officer');
  await steps.choose(form.getByLabel('See this'), 'Goals and steps');
  await steps.fill(form.getByLabel('On this day'), day(-10));

  await expect(page.getByRole('heading', { name: 'Yes, they could see it' })).toBeVisible();
  const part = page.getByRole('list', { name: 'The day, part by part' }).getByRole('listitem').first();
  await expect(part).toContainText('A signed permission opens it.');
  await part.getByText('Every rule that was asked').first().click();
  await expect(part.getByText(/Permissions, Permission \w{6}: passed/).first()).toBeVisible();
  await expectForEveryone(page, 'answer-yes');

  await form.getByLabel('See this').selectOption({ label: 'Health' });
  await expect(page.getByRole('heading', { name: 'No, they could not see it' })).toBeVisible();
  await expect(part).toContainText('A signed permission.');

  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText(/^Asked by Alma Hughes, Alder County Child Welfare/)).toBeVisible();
  await expect(form).toBeHidden();
  await page.emulateMedia({ media: null });

  await page.getByRole('link', { name: 'List who was given what' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Who was given what' })).toBeVisible();
  await page.getByLabel('Case').selectOption({ label: 'Osprey' });
  await expect(page.getByText(/^Osprey, Alder County Child Welfare\. From/)).toBeVisible();
  await expect(page.getByRole('list', { name: 'Who was given what, newest first' })).toContainText(
    'Noor Haddad',
  );
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as CSV' }).click();
  expect((await saved).suggestedFilename()).toBe('disclosures-all.csv');
  await expectForEveryone(page, 'accounting');
});
