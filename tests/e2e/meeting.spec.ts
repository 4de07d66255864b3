import { enter, storyCase } from './support/arrange.ts';
import { staffCalls } from './support/calls.ts';
import { expect, expectForEveryone, test } from './support/test.ts';

test('a meeting starts, somebody comes, and the screen for all narrows while it is looked at', async ({
  page,
  newPerson,
}) => {
  await enter(page, 'renee');
  const caseId = await storyCase(page, 'Wren');
  const calls = staffCalls(page);
  const { items } = await calls.cases.open.query({ caseId });
  const meetingId = items.find(({ kind }) => kind === 'meeting')?.itemId;
  const path = `/cases/${caseId}/meetings/${meetingId}`;

  await page.goto(path);
  await page.getByRole('button', { name: 'Start the meeting' }).click();
  await expect(page.getByRole('link', { name: 'Open the shared screen' })).toBeVisible();
  await expectForEveryone(page, 'meeting');
  await page.getByRole('link', { name: 'Open the shared screen' }).click();
  const screen = page.getByRole('dialog', { name: 'Open the shared screen' });
  await expect(screen).toContainText('Pregúntenme primero a mí.');
  await expect(screen).toContainText('Try-outs');
  await expectForEveryone(page, 'meeting-screen');

  // Tom may see no appointments.
  const tom = await newPerson();
  await enter(tom, 'tom');
  await tom.goto(path);
  await tom.getByRole('button', { name: 'I am here' }).click();
  await expect(screen).not.toContainText('Try-outs');
  await expect(screen).toContainText('Quiero jugar en el equipo de fútbol de la escuela');
});
