import type { Page } from '@playwright/test';
import { countSteps } from './support/count-steps.ts';
import { enter, freshCase } from './support/arrange.ts';
import { addressOf, staffCalls } from './support/calls.ts';
import { share } from './support/steps.ts';
import { expect, expectAccessible, expectForEveryone, test } from './support/test.ts';
import { inDays } from '../support/day.ts';

/** What a browser says by itself of an answer that there is nothing here, or that somebody was faster. */
const NOTHING_HERE = /status of (404|409)/;
const SERVICE = 'Harbor House rooms';
const TIMELINE = 'Timeline';

const entry = (page: Page, service = SERVICE) =>
  page
    .getByRole('list', { name: TIMELINE })
    .getByRole('listitem')
    .filter({ hasText: `Referred to ${service}` });

/** A permission for Noor in a new case, signed without its pages. */
async function openToNoor(page: Page, path: string): Promise<void> {
  const calls = staffCalls(page);
  const caseId = path.split('/').at(-1) ?? '';
  const { agencies } = await calls.identity.colleagues.query();
  const noor = agencies.flatMap(({ staff }) => staff).find(({ name }) => name === 'Noor Haddad');
  if (!noor) throw new Error('Nobody is called Noor Haddad.');
  const { grantId } = await calls.consent.prepare.mutate({
    caseId,
    recipient: { kind: 'staff', staffId: noor.staffId },
    categories: ['service-linkage'],
    purpose: 'care-plan-coordination',
    endsOn: inDays(30),
    need: 'So that they can answer.',
    withoutSharing: 'No.',
  });
  await calls.consent.sign.mutate({
    caseId,
    grantId,
    signedName: 'Kit',
    method: 'typed',
    witnessName: 'Amara Osei',
    understood: true,
    notACondition: true,
    copyGiven: true,
  });
}

test('with permission in place a referral takes six steps at most, and no name is typed again', async ({
  page,
}) => {
  await enter(page, 'dana');
  const path = await freshCase(page, 'Kit M.');
  await openToNoor(page, path);
  await page.goto(path);
  const steps = countSteps(6);
  await steps.click(page.getByRole('link', { name: 'Refer to a service' }));
  await steps.fill(page.getByLabel('Find a service'), 'a place to sleep');
  await steps.press(page.getByLabel('Find a service'), 'Enter');
  await expect(page.getByText('In Accord: Harbor House Youth Shelter')).toBeVisible();
  expect(page.url()).not.toContain('sleep');
  await steps.click(page.getByRole('button', { name: `Choose ${SERVICE}` }));
  await expect(page.getByText('Noor Haddad at Harbor House Youth Shelter can see it at once.')).toBeVisible();
  await expect(page.getByText('They see nothing else in this case.')).toBeVisible();
  await steps.write(page.getByLabel('What the service is asked to do'), 'A room for two weeks.');
  await expectForEveryone(page, 'refer-reaches');
  await steps.click(page.getByRole('button', { name: 'Send it to Harbor House Youth Shelter' }));
  const sent = page.getByText('Sent to Harbor House Youth Shelter. It is in the timeline below.');
  await expect(sent).toBeFocused();
  await expect(entry(page).getByText('Sent', { exact: true })).toBeVisible();
  expect(steps.taken()).toBeLessThanOrEqual(6);
});

test('without permission the page says that it reaches nobody, and leads to asking, in nine steps', async ({
  page,
}) => {
  await enter(page, 'dana');
  await page.goto(await freshCase(page, 'Robin A.'));
  const steps = countSteps(9);
  await steps.click(page.getByRole('link', { name: 'Refer to a service' }));
  await steps.fill(page.getByLabel('Find a service'), 'shelter');
  await steps.press(page.getByLabel('Find a service'), 'Enter');
  await steps.click(page.getByRole('button', { name: `Choose ${SERVICE}` }));
  await expect(
    page.getByText('They do not see it in Accord. Ask Robin A. for permission, or call them.'),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: 'Put it on the plan' })).toBeVisible();
  await expectForEveryone(page, 'refer-reaches-nobody');
  await steps.click(page.getByRole('link', { name: 'Ask permission first' }));
  await expect(page.getByRole('checkbox', { name: /^Referrals to services/ })).toBeChecked();
  await steps.choose(page.getByLabel('Who would see it'), 'Noor Haddad, Intake coordinator');
  await steps.write(page.getByLabel('Why it is needed'), 'So that they can say if there is a room.');
  await steps.write(page.getByLabel('Can this be done without sharing?'), 'No. They need it to answer.');
  await steps.click(page.getByRole('button', { name: 'Show what they would see' }));
  await expect(page.getByRole('button', { name: /^Hand over to/ })).toBeVisible();
  expect(steps.taken()).toBeLessThanOrEqual(9);
});

test('from sent to helped, through a no, with a stop in between', async ({ page, newPerson, watch }) => {
  test.setTimeout(180_000);
  watch.expectTrouble(NOTHING_HERE);
  await enter(page, 'dana');
  const path = await freshCase(page, 'Kit M.');
  await openToNoor(page, path);
  const calls = staffCalls(page);
  const [service] = (await calls.directory.search.query({ text: SERVICE, page: 1 })).services;
  if (!service) throw new Error('The service of the demo is not there.');
  const caseId = path.split('/').at(-1) ?? '';
  await calls.referrals.refer.mutate({ caseId, serviceId: service.serviceId, reason: 'A room.' });
  await page.goto(path);
  await expect(entry(page).getByText('Sent', { exact: true })).toBeVisible();

  const noor = await newPerson();
  await enter(noor, 'noor');
  await noor.goto('/referrals');
  const { codeName } = (await calls.cases.list.query()).cases.find((each) => each.caseId === caseId) ?? {};
  const line = noor.getByRole('row', { name: new RegExp(codeName ?? '-') });
  await expect(line).toBeVisible();
  await expect(noor.getByText('Kit M.')).toHaveCount(0);
  await expectForEveryone(noor, 'referrals-to-answer');

  // She says no, in a choice and two clicks, and the worker's open page has it.
  const answer = countSteps(3);
  await answer.click(line.getByText('Answer', { exact: true }));
  await answer.choose(line.getByLabel("Why can't you?"), 'Full right now');
  await answer.click(line.getByRole('button', { name: "Say you can't" }));
  await expect(noor.getByText(/^Saved for .* is now: You can't: full right now$/).last()).toBeVisible();
  await expect(entry(page).getByText("They can't: full right now")).toBeVisible({ timeout: 2_000 });
  await expectForEveryone(page, 'case-declined');
  await expect(entry(page).getByRole('link', { name: 'Find another service' })).toBeVisible();

  // Another one; the worker hears yes by phone and writes it down while Noor looks at the old line.
  await calls.referrals.refer.mutate({ caseId, serviceId: service.serviceId, reason: 'A room from Monday.' });
  await noor.goto('/referrals');
  await expect(line).toBeVisible();
  await page.reload();
  const open = entry(page).first();
  await open.getByText('Record an answer').click();
  await expectForEveryone(page, 'case-record-answer');
  await open.getByRole('button', { name: 'They said yes' }).click();
  await expect(open.getByText('They said yes', { exact: true })).toBeVisible();
  await line.getByText('Answer', { exact: true }).click();
  await line.getByRole('button', { name: 'Say yes' }).click();
  await expect(noor.getByText(/^Someone was faster with Harbor House rooms/)).toBeVisible();

  await noor.getByRole('link', { name: 'Answered', exact: true }).click();
  await expect(noor).toHaveURL('/referrals?show=answered');
  const agreed = noor
    .getByRole('row')
    .filter({ hasText: 'You said yes' })
    .filter({ hasText: codeName ?? '-' });
  await agreed.getByText('Say what is new').click();
  await agreed.getByRole('button', { name: 'It is done' }).click();
  await expect(open.getByText('They say it is done', { exact: true })).toBeVisible({ timeout: 2_000 });
  await expectForEveryone(noor, 'referrals-answered');

  const { permissions } = await calls.consent.list.query({ caseId });
  const [grant] = permissions;
  if (!grant) throw new Error('The permission is not there.');
  await calls.consent.stop.mutate({ caseId, grantId: grant.grantId });
  await noor.reload();
  // The page is there before what is not on it is looked for.
  await expect(noor.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(noor.getByRole('row', { name: new RegExp(codeName ?? '-') })).toHaveCount(0);
  await expectAccessible(noor);
});

test('the young person says whether it helped, and the worker reads it', async ({ page, newPerson }) => {
  await enter(page, 'dana');
  const calls = staffCalls(page);
  const found = (await calls.cases.list.query()).cases.find(({ codeName }) => codeName === 'Heron');
  const caseId = found?.caseId ?? '';
  const [service] = (await calls.directory.search.query({ text: 'Alder food pantry', page: 1 })).services;
  const { itemId } = await calls.referrals.refer.mutate({
    caseId,
    serviceId: service?.serviceId ?? '',
    reason: 'A box on Saturdays.',
  });
  await calls.referrals.move.mutate({ caseId, itemId, move: 'accept', revision: 1 });
  await calls.referrals.move.mutate({ caseId, itemId, move: 'complete', revision: 2 });

  const jordan = await newPerson();
  await enter(jordan, 'jordan');
  await jordan.goto(`${addressOf('youth')}/plan`);
  await expect(jordan.getByText('They say it is done.')).toBeVisible();
  await expect(jordan.getByText('Did this help?')).toBeVisible();
  await expectForEveryone(jordan, 'youth-did-it-help');
  const steps = countSteps(1);
  await steps.click(jordan.getByRole('button', { name: 'Yes: Alder food pantry' }));
  await expect(jordan.getByText('You said that it helped.')).toBeVisible();
  await page.goto(`/cases/${caseId}`);
  await expect(entry(page, 'Alder food pantry').getByText('Helped', { exact: true })).toBeVisible();
});

test('one step too many fails', async ({ page }) => {
  await page.goto('/demo');
  const steps = countSteps(1);
  const heading = page.getByRole('heading', { level: 1 });
  await steps.click(heading);
  await expect(steps.click(heading)).rejects.toThrow('steps, of 1 at most');
});

test('nothing waits: each part of the list says what would be there', async ({ page }) => {
  await enter(page, 'nair');
  await page.goto('/referrals');
  await expect(page.getByText('Nothing to answer')).toBeVisible();
  await expectForEveryone(page, 'referrals-empty');
  await page.getByRole('link', { name: 'Waiting for an answer' }).click();
  await expect(page.getByText('Nothing is waiting')).toBeVisible();
});

test('a worker asks on the pages themselves, and the next referral then reaches somebody', async ({
  page,
}) => {
  await enter(page, 'dana');
  const path = await freshCase(page, 'Robin A.');
  await page.goto(path);
  await share(page, /Noor Haddad/, [/^Referrals to services/]);
  await page.goto(`${path}/refer`);
  await page.getByLabel('Find a service').fill('Harbor');
  await page.getByRole('button', { name: 'Find', exact: true }).click();
  await page.getByRole('button', { name: `Choose ${SERVICE}` }).click();
  await expect(page.getByRole('button', { name: 'Send it to Harbor House Youth Shelter' })).toBeVisible();
});
