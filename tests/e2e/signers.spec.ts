import type { CaseId } from '@accord/kernel';
import type { Page } from '@playwright/test';
import { enter, storyCase } from './support/arrange.ts';
import { addressOf, staffCalls } from './support/calls.ts';
import { expect, expectForEveryone, test } from './support/test.ts';
import { inDays as day } from '../support/day.ts';

// A clinic's case of somebody who is fourteen: what the clinic keeps opens only where a parent or guardian signs too.
test.describe.configure({ mode: 'parallel' });

const REFUSED = /status of 404 .*\/api\/staff\/[\w.,]*(cases\.open|live)/;
const NEUTRAL = "Nothing here, or it isn't shared with you.";
const GOAL = '“Play the drums”';

const signature = {
  signedName: 'Wren',
  method: 'typed',
  witnessName: 'Amara Osei',
  understood: true,
  notACondition: true,
  copyGiven: true,
} as const;

async function clinicCase(page: Page): Promise<CaseId> {
  await enter(page, 'tom');
  const calls = staffCalls(page);
  const { caseId } = await calls.cases.create.mutate({ name: 'Wren T.', bornOn: day(-14.5 * 365) });
  await calls.cases.addGoal.mutate({ caseId, ownWords: 'Play the drums' });
  return caseId;
}

/** Prepared and signed by the young person: it waits for an adult. */
async function signedPaper(page: Page, caseId: CaseId) {
  const calls = staffCalls(page);
  const { agencies } = await calls.identity.colleagues.query();
  const sosa = agencies.flatMap(({ staff }) => staff).find(({ name }) => name === 'Elena Sosa');
  if (!sosa) throw new Error('no Elena Sosa');
  const { grantId } = await calls.consent.prepare.mutate({
    caseId,
    recipient: { kind: 'staff', staffId: sosa.staffId },
    categories: ['case-plan', 'mh-record'],
    purpose: 'care-plan-coordination',
    endsOn: day(30),
    need: 'So that lessons and talks do not clash.',
    withoutSharing: 'No.',
  });
  await calls.consent.sign.mutate({ caseId, grantId, initials: ['mh-record'], ...signature });
  return grantId;
}

async function addMother(page: Page, caseId: CaseId) {
  const calls = staffCalls(page);
  const { authorityId } = await calls.consent.recordSigner.mutate({
    caseId,
    capacity: 'guardian',
    relation: 'mother',
    domains: ['general-health', 'mental-health'],
    evidence: 'birth-record',
  });
  await calls.consent.agreeContact.mutate({ caseId, authorityId });
  return authorityId;
}

test('a paper that needs a parent opens when one has signed, and closes when that one is not to sign', async ({
  page,
  newPerson,
  watch,
}) => {
  test.setTimeout(240_000);
  watch.expectTrouble(REFUSED);
  const caseId = await clinicCase(page);
  await page.goto(`/cases/${caseId}/permissions/new`);
  await page.getByLabel('Who would see it').selectOption({ label: 'Elena Sosa, Therapist' });
  await page.getByRole('checkbox', { name: /^Goals and steps/ }).check();
  await page.getByText('More private kinds').first().click();
  await page.getByRole('checkbox', { name: /^Feelings and therapy/ }).check();
  await page.getByLabel('What it would be used for').selectOption('care-plan-coordination');
  await page.getByLabel('Why it is needed').fill('So that lessons and talks do not clash.');
  await page.getByLabel('Can this be done without sharing?').fill('No.');
  await page.getByRole('button', { name: 'Show what they would see' }).click();

  // Whoever prepares it reads what the law still asks for, and the rule behind it.
  const asks = page.getByRole('region', { name: 'What the law asks for' });
  await expect(asks).toContainText('Goals and steps: A parent or guardian has to sign this too.');
  await asks.getByText('Why').first().click();
  await expect(asks.getByText('H-11 (45 CFR 164.502(g)(3)(i))').first()).toBeVisible();
  await expectForEveryone(page, 'signers-preview');

  // The young person reads it in their words, marks what is more private, and signs.
  await page.getByRole('button', { name: /^Hand over to/ }).click();
  const cards = page.getByRole('dialog');
  await cards.getByRole('button', { name: 'Next' }).click();
  await cards.getByRole('button', { name: 'Next' }).click();
  await expect(cards.getByText('A parent or guardian has to say yes to this too.').first()).toBeVisible();
  await expect(cards).not.toContainText('H-11');
  await expectForEveryone(page, 'signers-card-what');
  await cards.getByRole('button', { name: 'Go on without looking' }).click();
  await cards.getByRole('button', { name: 'Next' }).click();
  await expectForEveryone(page, 'signers-card-think');
  await cards.getByRole('button', { name: 'Next' }).click();
  await cards.getByRole('button', { name: 'Yes, share it' }).click();
  await expect(cards.getByText('Without a mark, this stays closed: Feelings and therapy.')).toBeVisible();
  await expectForEveryone(page, 'signers-sign');
  await cards.getByLabel('I type my name').check();
  await cards.getByLabel('Your name, as you want it written').fill('Wren');
  await cards.getByLabel('Who is here with you?').fill('Amara Osei');
  for (const statement of await cards.getByRole('checkbox', { name: /^I / }).all()) await statement.check();
  await cards.getByRole('button', { name: 'Share it' }).click();
  await expect(cards.getByText('Nothing is open yet.')).toBeVisible();
  await expectForEveryone(page, 'signers-receipt');
  await cards.getByRole('button', { name: 'Give the screen back' }).click();

  const reader = await newPerson();
  await enter(reader, 'sosa');
  await reader.goto(`/cases/${caseId}`);
  await expect(reader.getByText(NEUTRAL)).toBeVisible();

  // Nobody may be asked yet: somebody is recorded, and agreed to.
  await expect(page.getByText('Nobody is on record who may be asked.')).toBeVisible();
  await expectForEveryone(page, 'signers-waiting');
  await page.getByRole('listitem').getByRole('link', { name: 'Who may sign' }).click();
  await expect(page.getByText('Nobody is on record', { exact: true })).toBeVisible();
  await expectForEveryone(page, 'signers-empty');
  await page.getByRole('button', { name: 'Record who may sign' }).click();
  const form = page.getByRole('form', { name: 'Record who may sign' });
  await form.getByRole('button', { name: 'Record' }).click();
  await expect(form.getByRole('alert').first()).toBeFocused();
  await expectForEveryone(page, 'signers-record-errors');
  await form.getByRole('radio', { name: /^Parent or guardian/ }).check();
  await form.getByLabel('Who they are').selectOption({ label: 'Mother' });
  await form.getByRole('checkbox', { name: 'Health', exact: true }).check();
  await form.getByLabel('What shows it').selectOption({ label: 'Birth record' });
  await form.getByRole('button', { name: 'Record' }).click();
  await expect(page.getByText('Recorded: Mother. Nobody is contacted yet.')).toBeFocused();
  await page.getByRole('button', { name: 'They agreed, and it is safe: Mother' }).click();
  await expectForEveryone(page, 'signers-agree');
  await page.getByRole('button', { name: 'Yes, both' }).click();
  await expect(page.getByText('Mother may be contacted now.')).toBeFocused();
  await expectForEveryone(page, 'signers-full');

  // The mother signs; what needed it is open.
  await page.getByRole('link', { name: 'Permissions', exact: true }).click();
  await page.getByRole('button', { name: /^Record a parent's or guardian's signature/ }).click();
  const countersign = page.getByRole('form', { name: "A parent's or guardian's signature" });
  await countersign.getByRole('radio', { name: /^Mother/ }).check();
  await countersign.getByRole('radio', { name: 'They type their name' }).check();
  await countersign.getByLabel('Their name, as they want it written').fill('Ruth T.');
  await countersign.getByRole('textbox', { name: 'Witness' }).fill('Amara Osei');
  await expectForEveryone(page, 'signers-countersign');
  for (const statement of await countersign.getByRole('checkbox').all()) await statement.check();
  await countersign.getByRole('button', { name: 'Record the signature' }).click();
  await expect(page.getByText('Signed. Elena Sosa can now see: Goals and steps.')).toBeFocused();
  await expect(page.getByText(/^Mother, on /)).toBeVisible();
  await expectForEveryone(page, 'signers-countersigned');
  await reader.reload();
  await expect(reader.getByText(GOAL)).toBeVisible();

  // Not to sign, after all: the open page of the reader loses it.
  await page.getByRole('link', { name: 'Who may sign' }).first().click();
  await page.getByRole('button', { name: 'Not to sign: Mother' }).click();
  const question = page.getByRole('group', { name: /^Mother is not to sign or be told/ });
  await question.getByRole('button', { name: 'Not to sign' }).click();
  await expect(reader.getByText(GOAL)).toHaveCount(0, { timeout: 2_000 });
  await expect(reader.getByText(NEUTRAL)).toBeVisible();
  await expect(page.getByText(/^Mother signs nothing and is told nothing/)).toBeFocused();
  await expectForEveryone(page, 'signers-excluded');
});

test('an adult takes their signature back, and the open page of the reader loses what needed it', async ({
  page,
  newPerson,
  watch,
}) => {
  test.setTimeout(120_000);
  watch.expectTrouble(REFUSED);
  const caseId = await clinicCase(page);
  const grantId = await signedPaper(page, caseId);
  const authorityId = await addMother(page, caseId);
  const { notACondition: _, ...form } = signature;
  await staffCalls(page).consent.countersign.mutate({
    caseId,
    grantId,
    authorityId,
    ...form,
    signedName: 'Ruth T.',
  });
  const reader = await newPerson();
  await enter(reader, 'sosa');
  await reader.goto(`/cases/${caseId}`);
  await expect(reader.getByText(GOAL)).toBeVisible();

  await page.goto(`/cases/${caseId}/permissions`);
  await page.getByRole('button', { name: 'They take it back: Mother, Elena Sosa' }).click();
  await expectForEveryone(page, 'signers-take-back');
  await page.getByRole('button', { name: 'Take it back', exact: true }).click();
  await expect(reader.getByText(GOAL)).toHaveCount(0, { timeout: 2_000 });
  await expect(page.getByText(/^Taken back\. Elena Sosa can no longer see: Goals and steps/)).toBeFocused();
});

test('who sees what says of a closed cell what the law waits for, to the staff who hold it', async ({
  page,
}) => {
  const caseId = await clinicCase(page);
  await signedPaper(page, caseId);
  await page.goto(`/cases/${caseId}/who-sees-what`);
  const grid = page.getByRole('grid', { name: 'Kinds of information by person' });
  await expect(grid.getByRole('columnheader', { name: /Elena Sosa/ })).toBeVisible();
  const row = grid.getByRole('row', { name: /^Goals and steps/ });
  await row.getByRole('gridcell').last().click();
  const why = page.getByRole('region', { name: 'Why' });
  await expect(why).toContainText('The law keeps it closed for now.');
  await expect(why).toContainText('A parent or guardian has to sign this too.');
  await why.getByText('Why', { exact: true }).last().click();
  await expect(why).toContainText('H-11 (45 CFR 164.502(g)(3)(i))');
  await expectForEveryone(page, 'signers-grid');
});

test('the young person says that somebody is not to sign, takes it back, and is not asked why', async ({
  page,
  newPerson,
}) => {
  const worker = await newPerson();
  await enter(worker, 'dana');
  const caseId = await storyCase(worker);
  const { authorityId } = await staffCalls(worker).consent.recordSigner.mutate({
    caseId,
    capacity: 'guardian',
    relation: 'father',
    domains: ['education', 'general-health'],
    evidence: 'birth-record',
  });
  await staffCalls(worker).consent.agreeContact.mutate({ caseId, authorityId });
  await enter(page, 'jordan');
  await page.goto(`${addressOf('youth')}/home`);
  await page.getByRole('link', { name: 'Who may sign for me' }).click();
  const card = page.getByRole('article', { name: 'Your father' });
  await expect(card).toContainText('Your worker may ask them to sign.');
  await card.getByRole('button', { name: /I don't want this person to sign or be told/ }).click();
  await expectForEveryone(page, 'youth-signers-ask');
  await card.getByRole('button', { name: 'Yes, keep them out' }).click();
  await expect(page.getByText(/^Your father can not sign now and is told nothing/)).toBeFocused();
  await expectForEveryone(page, 'youth-signers-out');
  await worker.goto(`/cases/${caseId}/signers`);
  await expect(worker.getByText(/said so\. Only .* can take it back\./)).toBeVisible();
  await expect(worker.getByRole('button', { name: /: Father/ })).toHaveCount(0);
  await card.getByRole('button', { name: 'Your father: take that back' }).click();
  await expect(page.getByText(/^Your father may sign again/)).toBeFocused();
  await expect(card).toContainText('No one has asked them yet.');
});
