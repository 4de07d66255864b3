import { countSteps } from './support/count-steps.ts';
import { addGoal, addNote, openCase, refer, share, signInAs } from './support/steps.ts';
import { expect, expectAccessible, expectForEveryone, screens, test } from './support/test.ts';
import { inDays as day } from '../support/day.ts';

test('who sees what is answered, drafted with a preview, asked for, printed and stopped', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await page.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute('data-printed', 'yes');
  });
  await signInAs(page, 'Dana Whitfield');
  const path = await openCase(page, 'Wren T.');
  await page.getByRole('link', { name: 'Who sees what' }).click();
  await expect(page.getByText('Nothing is shared yet.')).toBeVisible();
  await expectForEveryone(page, 'who-sees-what-empty');

  await page.goto(path);
  const [, code = ''] = /Code name: (.+)/.exec(await page.getByText(/Code name: /).innerText()) ?? [];
  await addGoal(page, 'Play the drums');
  await addNote(page, 'Wren tried the drums at school.');
  await refer(page, 'rides', 'Rides to appointments', 'A ride on Fridays.');
  await share(page, /Rafael Ortiz/, [/^Goals and steps/]);
  await page.goto(path);
  await share(page, /Marcus Bell/, [/^Referrals to services/, /^Appointments/]);

  // Could Rafael Ortiz see the goals, today and in half a year?
  await page.goto('/cases');
  const answer = countSteps(5);
  await answer.click(page.getByRole('link', { name: code }));
  await answer.click(page.getByRole('link', { name: 'Who sees what' }));
  const grid = page.getByRole('grid', { name: 'Kinds of information by person' });
  const cellOf = (kind: string, name: RegExp) =>
    grid
      .getByRole('columnheader')
      .evaluateAll((heads, text) => heads.findIndex((head) => head.textContent?.includes(text)), name.source)
      .then((at) =>
        grid
          .getByRole('row', { name: kind })
          .getByRole('gridcell')
          .nth(at - 1),
      );
  await expect(grid).toBeVisible();
  await expect(await cellOf('Goals and steps', /Rafael Ortiz/)).toContainText('All');
  await answer.fill(page.getByLabel('As of'), day(180));
  await expect(page).toHaveURL(new RegExp(`asOf=.*${day(180)}`));
  await expect(page.getByText(/This is how it would stand at the end of/)).toBeVisible();
  await expect(await cellOf('Goals and steps', /Rafael Ortiz/)).toContainText('Not shared');
  await page.getByRole('button', { name: 'Back to today' }).click();
  await expect(await cellOf('Goals and steps', /Rafael Ortiz/)).toContainText('All');

  // By keyboard alone: why, and a draft with the page that it would make.
  const referrals = await cellOf('Referrals to services', /Rafael Ortiz/);
  await (await cellOf('Goals and steps', /Rafael Ortiz/)).focus();
  await page.keyboard.press('ArrowDown');
  await expect(referrals).toBeFocused();
  await page.keyboard.press('Enter');
  const why = page.getByRole('region', { name: 'Why' });
  await expect(why).toContainText('No permission shares this with Rafael Ortiz.');
  await expect(why.getByRole('heading')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(referrals).toBeFocused();
  await page.keyboard.press('Space');
  await expect(referrals).toContainText('Would see');
  const draft = page.getByRole('group', { name: 'Draft change' });
  await expect(draft).toContainText('Rafael Ortiz would also see: Referrals to services.');
  await expect(draft.getByRole('list', { name: 'What they would see' })).toContainText('Play the drums');
  await expect(draft.getByRole('list', { name: 'What they would see' })).toContainText(
    'Rides to appointments',
  );
  await expect(draft).not.toContainText('Wren tried the drums');
  await expectForEveryone(page, 'who-sees-what-draft');

  await draft.getByRole('link', { name: /^Ask / }).click();
  await expect(page.getByLabel('Who would see it').locator('option:checked')).toContainText('Rafael Ortiz');
  await expect(page.getByRole('checkbox', { name: /^Referrals to services/ })).toBeChecked();
  await expect(page.getByRole('checkbox', { name: /^Goals and steps/ })).not.toBeChecked();
  expect(page.url()).not.toMatch(/Wren|drums|Rides/i);

  // From the case, two steps to paper.
  await page.goto(path);
  const paper = countSteps(2);
  await paper.click(page.getByRole('link', { name: 'Who sees what' }));
  await paper.click(page.getByRole('button', { name: 'Print' }));
  await expect(page.locator('html')).toHaveAttribute('data-printed', 'yes');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText(/Printed by Dana Whitfield, Alder County Child Welfare, for:/)).toBeVisible();
  await expect(page.getByRole('navigation')).toBeHidden();
  await expect(page.getByText('Wren T.')).toHaveCount(0);
  await page.setViewportSize({ width: 816, height: 1056 });
  await expect(grid).toBeVisible();
  await screens(page, 'who-sees-what-print');
  await page.emulateMedia({ media: null });
  await page.setViewportSize({ width: 1280, height: 800 });

  // A person's column opens the stop of one kind.
  await grid.getByRole('button', { name: /^Marcus Bell/ }).click();
  await page.getByRole('button', { name: 'Stop: Appointments, Marcus Bell' }).click();
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(await cellOf('Appointments', /Marcus Bell/)).toContainText('Not shared');
  await (await cellOf('Appointments', /Marcus Bell/)).click();
  await expect(why).toContainText('This was shared with Marcus Bell, and then stopped.');
  await screens(page, 'who-sees-what');

  // Narrow: the same answers, one person at a time.
  await page.setViewportSize({ width: 360, height: 640 });
  const picker = page.getByLabel('Person or agency');
  await picker.selectOption({ label: 'Marcus Bell, Alder Juvenile Probation' });
  const line = page.getByRole('listitem').filter({ hasText: 'Appointments' });
  await expect(line).toContainText('Not shared');
  await expect(line).toContainText('This was shared with Marcus Bell, and then stopped.');
});

test('whoever only reads what was shared finds no table, as where no case is', async ({ page, watch }) => {
  watch.expectTrouble(/status of 404 .*\/api\/staff\/[\w.,]*(cases\.open|consent\.whoSeesWhat|live)/);
  await signInAs(page, 'Rafael Ortiz');
  await page.goto('/cases/00000000-0000-7000-8000-000000000000/who-sees-what');
  await expect(page.getByText("Nothing here, or it isn't shared with you.")).toBeVisible();
  await expectAccessible(page);
});
