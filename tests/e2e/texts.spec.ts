import { storyCase } from './support/arrange.ts';
import { staffCalls } from './support/calls.ts';
import { countSteps } from './support/count-steps.ts';
import { signInAs } from './support/steps.ts';
import { expect, expectAccessible, expectForEveryone, test } from './support/test.ts';
import { inDays } from '../support/day.ts';

test('a text is measured while it is written; a paper says what it lacks before anybody signs', async ({
  page,
}) => {
  await signInAs(page, 'Dana Whitfield');
  await page.getByRole('link', { name: 'Protocols', exact: true }).click();
  await expect(page.getByRole('list', { name: 'Texts for permissions' })).toBeVisible();

  const writing = countSteps(2);
  await writing.click(page.getByRole('button', { name: 'Write a new text' }));
  await page.getByLabel('Title').fill('Before the visit');
  await page.getByLabel('Heading of the first paragraph').fill('What we do');
  const body = page.getByLabel('The first paragraph', { exact: true });
  const meter = page.getByRole('group', { name: 'How it reads' });
  await body.fill(
    'The client hereby grants authorization permitting dissemination of all the documentation.',
  );
  await expect(meter.getByText(/^School grade \d+(\.\d)?\. Aim for 6 or lower\.$/)).toBeVisible();
  await expect(meter.getByText('“grants”: better share; stop sharing')).toBeVisible();
  await expectAccessible(page);
  await body.fill('We tell you who comes. You say who you would like to have with you.');
  await expect(meter.getByText('Nothing to change.')).toBeVisible();
  await writing.click(page.getByRole('button', { name: 'Save as a draft' }));
  await expect(page.getByRole('heading', { level: 1, name: 'Before the visit' })).toBeVisible();
  await expect(page.getByText('No advisor has signed version 1.')).toBeVisible();

  await page.goto('/protocols');
  await page.getByRole('link', { name: 'Compartir lo que es mío' }).click();
  await expect(page.getByText('Name who read the translation beside its original.')).toBeVisible();
  await page.getByRole('button', { name: 'Name who read it' }).click();
  await expectAccessible(page);

  const caseId = await storyCase(page);
  const { consent, identity } = staffCalls(page);
  const { agencies } = await identity.colleagues.query();
  const priya = agencies.flatMap(({ staff }) => staff).find(({ name }) => name === 'Priya Nair');
  if (!priya) throw new Error('Nobody is called Priya Nair.');
  const { grantId } = await consent.prepare.mutate({
    caseId,
    recipient: { kind: 'staff', staffId: priya.staffId },
    categories: ['case-plan'],
    purpose: 'care-plan-coordination',
    endsOn: inDays(30),
    need: 'To plan the week together.',
    withoutSharing: 'No.',
    language: 'es',
  });
  await page.goto(`/cases/${caseId}/permissions/${grantId}`);
  await page.getByRole('button', { name: /^Hand over to/ }).click();
  const cards = page.getByRole('dialog');
  for (const next of ['Next', 'Next', 'Show me what they would see', 'Next', 'Next', 'Next', 'Yes, share it'])
    await cards.getByRole('button', { name: next }).click();
  await expect(cards.getByText('We do not know who read the Spanish words.')).toBeVisible();
  await expect(cards.getByText('This is a demo.')).toBeVisible();
  // The paper is in its own language, with what fills it.
  const paper = cards.getByRole('article');
  await expect(paper).toHaveAttribute('lang', 'es');
  await expect(
    paper.getByText('Priya Nair, Alder Unified Schools puede ver esto: Metas y pasos.'),
  ).toBeVisible();
  await expectForEveryone(page, 'paper');
});
