import type { CategoryCode } from '@accord/consent';
import type { CaseId } from '@accord/kernel';
import type { Page } from '@playwright/test';
import { addressOf, staffCalls } from './calls.ts';
import { inDays } from '../../support/day.ts';

/** Signed in by a card of the demo, without its page. */
export async function enter(page: Page, key: string): Promise<void> {
  if (key !== 'jordan' && key !== 'luz') return void (await staffCalls(page).demo.signIn.mutate({ key }));
  // Only the browser itself knows where a name under localhost leads on every system.
  await page.goto(`${addressOf('youth')}/numbers`);
  const status = await page.evaluate(async (card) => {
    const headers = { 'content-type': 'application/json' };
    const sent = { method: 'POST', headers, body: JSON.stringify({ key: card }) };
    return (await fetch('/api/youth/demo.signIn', sent)).status;
  }, key);
  if (status !== 200) throw new Error(`The card of ${key} was answered with ${status}.`);
}

/** The address of a new case in which nothing is written yet. */
export async function freshCase(page: Page, name: string): Promise<string> {
  const { caseId } = await staffCalls(page).cases.create.mutate({ name });
  return `/cases/${caseId}`;
}

/** A case of the demo's stories, Jordan's unless another is named, as someone who has it in their list finds it. */
export async function storyCase(page: Page, called = 'Heron'): Promise<CaseId> {
  const { cases } = await staffCalls(page).cases.list.query();
  const found = cases.find(({ codeName }) => codeName === called);
  if (!found) throw new Error('The case of the demo is not in the list of this person.');
  return found.caseId;
}

/** A permission of the demo's young person for one more reader, prepared and signed. */
export async function shareStory(page: Page, reader: string, categories: CategoryCode[]): Promise<void> {
  await shareCase(page, await storyCase(page), { reader, categories });
}

interface Sharing {
  /** As their name stands in the list of colleagues. */
  reader: string;
  categories: CategoryCode[];
  mayWrite?: boolean;
}

/** A permission of a case that this person works on, prepared and signed. */
export async function shareCase(page: Page, caseId: CaseId, sharing: Sharing): Promise<void> {
  const calls = staffCalls(page);
  const { agencies } = await calls.identity.colleagues.query();
  const found = agencies.flatMap(({ staff }) => staff).find(({ name }) => name === sharing.reader);
  if (!found) throw new Error(`Nobody is called ${sharing.reader}.`);
  const { grantId } = await calls.consent.prepare.mutate({
    caseId,
    recipient: { kind: 'staff', staffId: found.staffId },
    categories: sharing.categories,
    purpose: 'care-plan-coordination',
    endsOn: inDays(30),
    need: 'So that everyone works from one plan.',
    withoutSharing: 'No: they need to see it to help with it.',
    mayWrite: sharing.mayWrite ?? false,
  });
  await calls.consent.sign.mutate({
    caseId,
    grantId,
    signedName: 'Wren',
    method: 'typed',
    witnessName: 'Amara Osei',
    understood: true,
    notACondition: true,
    copyGiven: true,
  });
}
