import { Keyboard } from './support/keyboard.ts';
import { expect, test } from './support/test.ts';

test('without a mouse: sign in, open a case, write, ask permission, sign, and stop it again', async ({
  page,
}) => {
  const keys = new Keyboard(page);
  await page.goto('/demo');
  await keys.press(page.getByRole('button', { name: 'Sign in as Dana Whitfield' }));
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeFocused();

  await keys.press(page.getByRole('main').getByRole('link', { name: 'My cases' }));
  await expect(page.getByRole('heading', { level: 1, name: 'My cases' })).toBeFocused();

  await keys.press(page.getByRole('main').getByRole('link', { name: 'Open a case' }));
  await keys.write(page.getByLabel('Name they use'), 'Noor B.');
  await keys.press(page.getByRole('button', { name: 'Open the case' }));
  await expect(page.getByRole('heading', { level: 1, name: 'Noor B.' })).toBeVisible();
  await keys.expectNotLost();

  const addGoal = page.getByRole('button', { name: 'Add a goal', exact: true });
  await keys.press(addGoal);
  await expect(page.getByLabel('The goal, in their own words')).toBeFocused();
  await page.keyboard.type('Play the drums');
  await keys.press(page.getByRole('button', { name: 'Save the goal' }));
  await expect(page.getByText('“Play the drums”')).toBeVisible();
  await expect(addGoal).toBeFocused();

  const addNote = page.getByRole('button', { name: 'Add a note' });
  await keys.press(addNote);
  await expect(page.getByLabel('What happened')).toBeFocused();
  await page.keyboard.type('Noor knows a teacher.');
  await keys.press(page.getByRole('button', { name: 'Send the note' }), 'Space');
  await expect(page.getByRole('list', { name: 'Timeline' }).getByText('Noor knows a teacher.')).toBeVisible();
  await expect(addNote).toBeFocused();

  await keys.press(page.getByRole('link', { name: 'Ask permission' }));
  await expect(page.getByRole('heading', { level: 1, name: 'Ask permission' })).toBeFocused();
  const recipient = page.getByLabel('Who would see it');
  await keys.write(recipient, 'Elena');
  await expect(recipient.locator('option:checked')).toHaveText('Elena Sosa, Therapist');
  await keys.write(page.getByLabel('Why it is needed'), 'To plan the week together.');
  await keys.write(page.getByLabel('Can this be done without sharing?'), 'No. She needs to see it.');
  await keys.press(page.getByRole('checkbox', { name: /^Goals and steps/ }), 'Space');
  await keys.write(page.getByLabel('What it would be used for'), 'Working');
  await keys.press(page.getByRole('button', { name: 'Show what they would see' }));
  await keys.press(page.getByRole('button', { name: /^Hand over to/ }));

  const cards = page.getByRole('dialog');
  for (const [title, button] of [
    ['You can say no', 'Next'],
    ['Who would see it', 'Next'],
    ['What they would see', 'Go on without looking'],
    ['Why, and until when', 'Next'],
    ['Things to think about', 'Next'],
    ['What would you like?', 'Yes, share it'],
  ] as const) {
    await expect(cards.getByRole('heading', { level: 1, name: title })).toBeFocused();
    await keys.press(cards.getByRole('button', { name: button }));
  }
  await expect(cards.getByRole('heading', { level: 1, name: 'You said yes' })).toBeFocused();
  await page.keyboard.press('Escape');
  await keys.press(cards.getByLabel('I type my name'), 'Space');
  await keys.write(cards.getByLabel('Your name, as you want it written'), 'Noor');
  await keys.write(cards.getByLabel('Who is here with you?'), 'Amara Osei');
  await keys.press(cards.getByLabel('I can say who sees what, and until when.'), 'Space');
  await keys.press(cards.getByLabel('I know that I get help whatever I choose.'), 'Space');
  await keys.press(cards.getByLabel('I was offered a copy.'), 'Space');
  await keys.press(cards.getByRole('button', { name: 'Share it' }));
  await expect(cards.getByRole('heading', { level: 1, name: 'It is shared' })).toBeFocused();
  await keys.press(cards.getByRole('button', { name: 'Give the screen back' }));
  await expect(page.getByRole('heading', { level: 1, name: /^Permissions/ })).toBeFocused();

  const stop = page.getByRole('button', { name: 'Stop all of it, Elena Sosa' });
  await keys.press(stop);
  await expect(page.getByRole('button', { name: 'Keep' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(stop).toBeFocused();
  await page.keyboard.press('Enter');
  await keys.press(page.getByRole('button', { name: 'Stop', exact: true }));
  await expect(page.getByRole('heading', { name: 'Stopped' })).toBeVisible();
  await keys.expectNotLost();
});
