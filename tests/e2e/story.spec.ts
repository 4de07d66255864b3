import { addGoal, addNote, addStep, openCase, refer, share, signInAs } from './support/steps.ts';
import { expect, expectAccessible, test } from './support/test.ts';

/** What a browser says by itself of an answer that there is nothing here. */
const REFUSED = /status of 404 .*\/api\/staff\/(cases\.open|live)/;
const NEUTRAL = "Nothing here, or it isn't shared with you.";

test('a worker opens a case, a young person shares a part of it, and each reader gets exactly that', async ({
  page,
  newPerson,
  watch,
}) => {
  watch.expectTrouble(REFUSED);
  await signInAs(page, 'Dana Whitfield');
  const path = await openCase(page, 'Robin A.');
  await expect(page.getByText('Seen by: you').first()).toBeVisible();
  await addGoal(page, 'Learn to swim');
  await addStep(page, 'Learn to swim', 'Find a pool with a quiet hour');
  await addNote(page, 'Robin brought a list of pools.');
  await refer(page, 'rides', 'Rides to appointments', 'A ride on Wednesdays.');
  await expectAccessible(page);

  const detective = await newPerson();
  await signInAs(detective, 'Rafael Ortiz');
  await detective.goto(path);
  await expect(detective.getByText(NEUTRAL)).toBeVisible();

  await share(page, /Rafael Ortiz/, [/^Goals and steps/]);
  await detective.reload();
  await expect(detective.getByText('“Learn to swim”')).toBeVisible();
  await expect(detective.getByText('Find a pool with a quiet hour').first()).toBeVisible();
  await expect(detective.getByText('Robin brought a list of pools.')).toHaveCount(0);
  await expect(detective.getByText('Rides to appointments')).toHaveCount(0);
  await expect(detective.getByText('Robin A.')).toHaveCount(0);
  await expect(detective.getByRole('button', { name: 'Add a note' })).toHaveCount(0);
  await expectAccessible(detective);

  for (const name of ['Priya Nair', 'Elena Sosa', 'Marcus Bell']) {
    const other = await newPerson();
    await signInAs(other, name);
    await other.goto(path);
    await expect(other.getByText(NEUTRAL)).toBeVisible();
    await expect(other.getByText('Learn to swim')).toHaveCount(0);
  }

  // Two people write at once, live: the worker adds a step, and the open page of the detective has it.
  await page.goto(path);
  await addStep(page, 'Learn to swim', 'Buy goggles');
  await expect(detective.getByText('Buy goggles').first()).toBeVisible({ timeout: 2_000 });

  await page.getByRole('link', { name: 'Permissions' }).click();
  await page.getByRole('button', { name: /^Stop all of it/ }).click();
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(detective.getByText(NEUTRAL)).toBeVisible({ timeout: 2_000 });
  await expect(detective.getByText('Learn to swim')).toHaveCount(0);
  await expectAccessible(detective);
});

test('one kind of sharing is stopped on the left, and the open page on the right loses it within two seconds', async ({
  page,
  watch,
}) => {
  watch.expectTrouble(REFUSED);
  await page.goto('/demo/side-by-side');
  const left = page.getByRole('region', { name: 'Jordan: my sharing' });
  const right = page.getByRole('region', { name: 'Rafael Ortiz: case page' });
  await expect(right.getByText('“Get back to art class”')).toBeVisible();
  await expect(right.getByText('Referred to Rides to appointments')).toBeVisible();
  await expectAccessible(page);

  await left.getByRole('button', { name: 'Stop sharing Goals and steps with Rafael Ortiz' }).click();
  await left.getByRole('button', { name: 'Stop sharing', exact: true }).click();
  await expect(right.getByText('“Get back to art class”')).toHaveCount(0, { timeout: 2_000 });
  await expect(right.getByText('Referred to Rides to appointments')).toBeVisible();

  await left.getByRole('button', { name: 'Stop everything with Rafael Ortiz' }).click();
  await left.getByRole('button', { name: 'Stop sharing', exact: true }).click();
  await expect(right.getByText(NEUTRAL)).toBeVisible({ timeout: 2_000 });
  await expect(right.getByText('Rides to appointments')).toHaveCount(0);
  await expectAccessible(page);
});
