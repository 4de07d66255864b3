import { chromium } from '@playwright/test';
import { resolveBrowser } from './e2e/support/browser.ts';
const { env, ...b } = await resolveBrowser();
const browser = await chromium.launch({
  ...b,
  args: ['--no-sandbox', '--disable-gpu'],
  env: { ...process.env, ...env },
});
const base = 'http://localhost:4162';
const seat = async (key: string) => {
  const ctx = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-US' });
  const page = await ctx.newPage();
  await page.goto(base + '/demo');
  const rpc = (path: string, body: unknown) =>
    page.evaluate(
      async ([p, bd]) => {
        const r = await fetch('/api/staff/' + p, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(bd),
        });
        return await r.json();
      },
      [path, body] as const,
    );
  await rpc('demo.signIn', { key });
  return { page, rpc };
};
const renee = await seat('renee');
const cases = (await renee.rpc('cases.list', {})).result.data.cases;
const caseId = cases.find((c: any) => c.codeName === 'Wren').caseId;
const items = (await renee.rpc('cases.open', { caseId })).result.data.items;
const meetingId = items.find((i: any) => i.kind === 'meeting').itemId;
const shot = async (page: any, name: string) => {
  await page.waitForLoadState('networkidle', { timeout: 3000 }).catch(() => {});
  for (const [w, h] of [
    [1280, 800],
    [360, 640],
  ]) {
    await page.setViewportSize({ width: w, height: h });
    await page.screenshot({ path: `/tmp/shots/${name}-${w}.png`, fullPage: true });
  }
  await page.setViewportSize({ width: 1280, height: 800 });
};
const { page } = renee;
page.on('console', (m: any) => m.type() === 'error' && console.log('console', m.text()));
await page.goto(`${base}/cases/${caseId}`);
await shot(page, 'case');
await page.goto(`${base}/cases/${caseId}/meetings/new`);
await shot(page, 'new');
await page.getByRole('button', { name: 'Call the meeting' }).click();
await shot(page, 'new-errors');
await page.goto(`${base}/cases/${caseId}/meetings/${meetingId}`);
await shot(page, 'called');
await page.getByRole('button', { name: 'Start the meeting' }).click();
await page.getByText('Open the shared screen').waitFor();
await shot(page, 'open');
const tom = await seat('tom');
await tom.page.goto(`${base}/cases/${caseId}/meetings/${meetingId}`);
await shot(tom.page, 'tom-before');
await page.getByText('Open the shared screen').click();
await page.getByText('Goals').first().waitFor();
await shot(page, 'screen-alone');
await tom.page.getByRole('button', { name: 'I am here' }).click();
await tom.page.getByText('Open the shared screen').waitFor();
await shot(tom.page, 'tom-in');
await page.waitForTimeout(800);
await shot(page, 'screen-tom');
await page.getByText('Close the shared screen').click();
await page.getByRole('button', { name: 'Someone without an account' }).waitFor();
await page.getByRole('button', { name: 'Write down a decision' }).click();
await page.getByLabel('What was decided').fill('Practice stays on Wednesday. The team meets again in May.');
await shot(page, 'decide');
await page.getByRole('button', { name: 'Save the decision' }).click();
await page.getByText('Saved.').first().waitFor();
await page.getByRole('button', { name: 'Add a step' }).click();
await shot(page, 'step');
await page.getByLabel('The step').fill('Ask the coach about Wednesdays');
await page.getByRole('button', { name: 'Save the step' }).click();
await page.getByText('Steps added while you met').waitFor();
await page.getByRole('button', { name: 'Someone without an account' }).click();
await shot(page, 'guest');
await page.getByRole('button', { name: 'Cancel' }).click();
await page.getByRole('button', { name: 'Is here: Inés Paredes' }).click();
await page.waitForTimeout(500);
await shot(page, 'minutes');
await page.getByText('Open the shared screen').click();
await page.waitForTimeout(500);
await shot(page, 'screen-guest');
await page.getByText('Close the shared screen').click();
await shot(tom.page, 'tom-minutes');
await page.getByRole('button', { name: 'End the meeting for everyone' }).click();
await shot(page, 'end-ask');
await browser.close();
