import { CaseId } from '@accord/kernel';
import type { Page } from '@playwright/test';
import { enter, shareCase } from './support/arrange.ts';
import { staffCalls } from './support/calls.ts';
import { expect, expectAccessible, expectForEveryone, screens, test } from './support/test.ts';
import { inDays as day } from '../support/day.ts';

const CONFLICT = /status of 409 .*\/api\/staff\/cases\.(planStep|editProfile)/;
const GOAL = 'Play the drums';

/** Dana's case with one goal, which a detective reads and a therapist may write to. */
async function arrange(page: Page) {
  await enter(page, 'dana');
  const calls = staffCalls(page);
  const { caseId } = await calls.cases.create.mutate({ name: 'Wren T.' });
  const { itemId: goalId } = await calls.cases.addGoal.mutate({ caseId, ownWords: GOAL });
  await shareCase(page, caseId, { reader: 'Rafael Ortiz', categories: ['case-plan'] });
  await shareCase(page, caseId, { reader: 'Elena Sosa', categories: ['case-plan'], mayWrite: true });
  return { calls, caseId: CaseId.parse(caseId), goalId, path: `/cases/${caseId}` };
}

async function openAs(newPerson: () => Promise<Page>, key: string, path: string): Promise<Page> {
  const person = await newPerson();
  await enter(person, key);
  await person.goto(path);
  await expect(person.getByText(`“${GOAL}”`)).toBeVisible();
  return person;
}

const stepOf = (page: Page, text: string) =>
  page.getByRole('region', { name: 'Goals' }).getByRole('listitem').filter({ hasText: text }).last();

async function optionOf(page: Page, name: RegExp): Promise<string> {
  const option = page.getByLabel('Who does it').getByRole('option', { name });
  return (await option.getAttribute('value')) ?? '';
}

test('steps belong to people of several agencies, and each of them does their own', async ({
  page,
  newPerson,
}) => {
  test.setTimeout(120_000);
  const { path } = await arrange(page);
  await page.goto(path);

  await page.getByRole('button', { name: `Add a step to “${GOAL}”` }).click();
  await page.getByRole('textbox', { name: 'Next step' }).fill('Find a room that may be loud');
  await page.getByLabel('Who does it').selectOption(await optionOf(page, /Rafael Ortiz/));
  await page.getByLabel('By when (optional)').fill(day(3));
  await page.getByRole('button', { name: 'Save the step' }).click();
  const own = stepOf(page, 'Find a room that may be loud');
  await expect(own).toContainText('Rafael Ortiz, Alder Police Youth Unit');
  const next = page.getByRole('region', { name: 'What is next' });
  await expect(next).toContainText('Rafael Ortiz');

  // The detective's page says that it is theirs, and the tick is theirs too, by keyboard.
  const detective = await openAs(newPerson, 'ortiz', path);
  await expect(stepOf(detective, 'Find a room')).toContainText('You');
  await detective.getByRole('checkbox', { name: 'Find a room that may be loud' }).focus();
  await detective.keyboard.press('Space');
  const undo = detective.getByRole('button', { name: 'Undo: Marked as done.' });
  await expect(undo).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'Find a room that may be loud' })).toBeChecked();
  await detective.keyboard.press('Tab');
  await expect(undo).toBeFocused();
  await expectAccessible(detective);
  await detective.keyboard.press('Enter');
  await expect(detective.getByText('Taken back.')).toBeFocused();
  await expect(page.getByRole('checkbox', { name: 'Find a room that may be loud' })).not.toBeChecked();
  await expect(detective.getByRole('button', { name: /Change who or when/ })).toHaveCount(0);

  // The therapist adds a step of their own agency under the same goal, and it says whose it is.
  const therapist = await openAs(newPerson, 'sosa', path);
  await expect(stepOf(therapist, 'Find a room')).not.toContainText('Ortiz');
  await therapist.getByRole('button', { name: `Add a step to “${GOAL}”` }).click();
  await therapist.getByRole('textbox', { name: 'Next step' }).fill('Try ten minutes after each session');
  await therapist.getByLabel('Who does it').selectOption('young-person');
  await therapist.getByRole('button', { name: 'Save the step' }).click();
  await expect(stepOf(therapist, 'Try ten minutes')).toContainText('From Riverbend Counseling');
  await expectForEveryone(therapist, 'plan-therapist');
  await expect(page.getByText('Try ten minutes after each session')).toHaveCount(0);
});

test('an open form survives what others change beneath it, says who and when, and overwrites nothing unseen', async ({
  page,
  newPerson,
  watch,
}) => {
  test.setTimeout(120_000);
  watch.expectTrouble(CONFLICT);
  const { calls, caseId, goalId, path } = await arrange(page);
  const { agencies } = await calls.identity.colleagues.query();
  const ortiz = agencies.flatMap(({ staff }) => staff).find(({ name }) => name === 'Rafael Ortiz');
  await calls.cases.addStep.mutate({
    caseId,
    goalId,
    text: 'Ask for sticks',
    doer: ortiz?.staffId,
    dueOn: day(-2),
  });
  await page.goto(path);
  await expect(stepOf(page, 'Ask for sticks')).toContainText('Was due');
  const detective = await openAs(newPerson, 'ortiz', path);

  await page.getByRole('button', { name: 'Change who or when: Ask for sticks' }).click();
  await page.getByLabel('By when (optional)').fill(day(5));
  await detective.getByRole('checkbox', { name: 'Ask for sticks' }).click();
  await detective.getByRole('button', { name: 'Undo: Marked as done.' }).click();
  await expect(page.getByText(/^Rafael Ortiz changed this at/)).toBeVisible();
  await expect(page.getByLabel('By when (optional)')).toHaveValue(day(5));
  await expectForEveryone(page, 'plan-conflict');
  await page.getByRole('button', { name: 'Save the change' }).click();
  await expect(stepOf(page, 'Ask for sticks')).toContainText('By ');
  await page.getByRole('button', { name: 'Undo: Changed who does it, or when.' }).click();
  await expect(stepOf(page, 'Ask for sticks')).toContainText('Was due');

  // Two screens of one worker: what the second one typed is there beside what the first one saved.
  const second = await openAs(newPerson, 'dana', path);
  for (const screen of [page, second]) await screen.getByRole('button', { name: 'Edit details' }).click();
  await page.getByLabel('Safe way to reach them (optional)').fill('Text after four');
  await second.getByLabel('Safe way to reach them (optional)').fill('Call the school');
  await page.getByRole('button', { name: 'Save the details' }).click();
  await expect(page.getByText('Ask again before you text')).toBeVisible();
  await expect(second.getByText(/^You changed this at .*, on another screen\.$/)).toBeVisible();
  await expect(second.getByText('Now: Text after four')).toBeVisible();
  await expect(second.getByText('Yours: Call the school')).toBeVisible();
  await second.getByRole('button', { name: 'Save the details' }).click();
  await expect(page.getByText('Call the school')).toBeVisible();

  await page.getByRole('button', { name: 'They said today that it is safe' }).click();
  await expect(page.getByText(/^Confirmed /)).toBeVisible();
  await screens(page, 'plan-confirmed');
  await page.getByRole('button', { name: 'Undo: Safe contact confirmed today.' }).click();
  await expect(page.getByText('Ask again before you text')).toBeVisible();
});

test('an appointment is next and on the timeline, whose view stands in the address', async ({ page }) => {
  test.setTimeout(120_000);
  const { calls, caseId, path } = await arrange(page);
  await calls.cases.addNote.mutate({ caseId, category: 'cw-record', facts: 'Wren tried the drums.' });
  await page.goto(path);
  await page.getByRole('button', { name: 'Add an appointment' }).click();
  await page.getByRole('textbox', { name: 'What to call it' }).fill('Visit');
  await page.getByLabel('Day and time').fill(`${day(6)}T15:30`);
  await page.getByRole('textbox', { name: 'Place (optional)' }).fill('Alder Library');
  await page.getByRole('button', { name: 'Save the appointment' }).click();
  await expect(page.getByRole('region', { name: 'What is next' })).toContainText('Visit');
  const timeline = page.getByRole('list', { name: 'Timeline' });
  await expect(timeline).toContainText('Alder Library');

  await page.getByRole('button', { name: 'Appointments', exact: true }).click();
  await expect(page).toHaveURL(/\?show=dates$/);
  await expect(timeline).toContainText('Alder Library');
  await expect(timeline).not.toContainText('Wren tried the drums.');
  await page.reload();
  await expect(page.getByRole('button', { name: 'Appointments', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expectForEveryone(page, 'plan');
  await page.getByRole('button', { name: 'Referrals', exact: true }).click();
  await expect(page.getByText('No matches in this view')).toBeVisible();
  await expectForEveryone(page, 'plan-no-match');
  await page.getByRole('button', { name: 'Show all of it' }).click();
  await expect(timeline).toContainText('Wren tried the drums.');
  expect(new URL(page.url()).search).toBe('');
});

test('a first visit asks for the case once, and so counts as one look', async ({ page }) => {
  const { calls, caseId, path } = await arrange(page);
  let asked = 0;
  page.on('request', (request) => {
    if (request.url().includes('cases.open')) asked += 1;
  });
  await page.goto(path);
  await expect(page.getByText(`“${GOAL}”`)).toBeVisible();
  await calls.cases.addNote.mutate({ caseId, category: 'cw-record', facts: 'Wren called.' });
  await expect(page.getByText('Wren called.')).toBeVisible();
  expect(asked).toBe(2);
});
