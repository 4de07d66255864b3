import type { Page } from '@playwright/test';
import { expect } from './test.ts';

/** Signs in by a card of the demo. */
export async function signInAs(page: Page, name: string, home = 'Today'): Promise<void> {
  await page.goto('/demo');
  await page.getByRole('button', { name: `Sign in as ${name}` }).click();
  await expect(page.getByRole('heading', { level: 1, name: home })).toBeVisible();
}

/** Opens a case for a young person of this name, and answers its address. */
export async function openCase(page: Page, name: string): Promise<string> {
  await page.getByRole('link', { name: 'Open a case' }).first().click();
  await page.getByLabel('Name they use').fill(name);
  await page.getByRole('button', { name: 'Open the case' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  return new URL(page.url()).pathname;
}

export async function addGoal(page: Page, words: string): Promise<void> {
  await page.getByRole('button', { name: 'Add a goal', exact: true }).click();
  await page.getByLabel('The goal, in their own words').fill(words);
  await page.getByRole('button', { name: 'Save the goal' }).click();
  await expect(page.getByText(`“${words}”`)).toBeVisible();
}

export async function addStep(page: Page, goal: string, step: string): Promise<void> {
  await page.getByRole('button', { name: `Add a step to “${goal}”` }).click();
  await page.getByRole('textbox', { name: 'Next step' }).fill(step);
  await page.getByRole('button', { name: 'Save the step' }).click();
  await expect(page.getByRole('checkbox', { name: step })).toBeVisible();
}

export async function addNote(page: Page, facts: string): Promise<void> {
  await page.getByRole('button', { name: 'Add a note' }).click();
  await page.getByLabel('What happened').fill(facts);
  await page.getByRole('button', { name: 'Send the note' }).click();
  await expect(page.getByRole('list', { name: 'Timeline' }).getByText(facts)).toBeVisible();
}

export async function refer(page: Page, search: string, service: string, reason: string): Promise<void> {
  await page.getByRole('link', { name: 'Refer to a service' }).click();
  await page.getByLabel('Find a service').fill(search);
  await page.getByRole('button', { name: 'Find', exact: true }).click();
  await page.getByRole('button', { name: `Choose ${service}` }).click();
  await page.getByLabel('What the service is asked to do').fill(reason);
  await page.getByRole('button', { name: /^(Send it to|Put it on the plan)/ }).click();
  await expect(page.getByText(`Referred to ${service}`)).toBeVisible();
}

/** Prepares a permission, hands the screen over, and the young person says yes and signs with a witness. */
export async function share(page: Page, recipient: RegExp, kinds: readonly RegExp[]): Promise<void> {
  await page.getByRole('link', { name: 'Ask permission' }).first().click();
  const who = page.getByLabel('Who would see it');
  const option = await who.getByRole('option', { name: recipient }).first().getAttribute('value');
  await who.selectOption(option);
  for (const kind of kinds) await page.getByRole('checkbox', { name: kind }).check();
  await page.getByLabel('What it would be used for').selectOption({ label: 'Working together on the plan' });
  await page.getByLabel('Why it is needed').fill('To plan the week together.');
  await page.getByLabel('Can this be done without sharing?').fill('No. They need to see it to help with it.');
  await page.getByRole('button', { name: 'Show what they would see' }).click();
  await page.getByRole('button', { name: /^Hand over to/ }).click();

  const cards = page.getByRole('dialog');
  await cards.getByRole('button', { name: 'Next' }).click();
  await cards.getByRole('button', { name: 'Next' }).click();
  await cards.getByRole('button', { name: 'Show me what they would see' }).click();
  await cards.getByRole('button', { name: 'Next' }).click();
  await cards.getByRole('button', { name: 'Next' }).click();
  await cards.getByRole('button', { name: 'Next' }).click();
  await cards.getByRole('button', { name: 'Yes, share it' }).click();
  await cards.getByLabel('I type my name').check();
  await cards.getByLabel('Your name, as you want it written').fill('Robin');
  await cards.getByLabel('Who is here with you?').fill('Amara Osei');
  await cards.getByLabel('I can say who sees what, and until when.').check();
  await cards.getByLabel('I know that I get help whatever I choose.').check();
  await cards.getByLabel('I was offered a copy.').check();
  await cards.getByRole('button', { name: 'Share it' }).click();
  await expect(cards.getByRole('heading', { name: 'It is shared' })).toBeVisible();
  await cards.getByRole('button', { name: 'Give the screen back' }).click();
}
