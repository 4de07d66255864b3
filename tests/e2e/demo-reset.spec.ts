import { startProduct, type Product } from './support/product.ts';
import { expect, expectForEveryone, test as base } from './support/test.ts';

/** A reset takes the demo from everybody: these tests have a product of their own. */
const test = base.extend<object, { own: Product }>({
  own: [
    async ({ browserName: _ }, use) => {
      const own = await startProduct();
      await use(own);
      await own.stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  baseURL: async ({ own }, use) => use(own.url),
});

const OVER = /^You are signed out\. The demo was reset/;
const SIGNED_OUT = /status of 401/;

test('one click resets the demo, everybody lands on its first page, and one more click brings it back', async ({
  page,
  newPerson,
  watch,
}) => {
  watch.expectTrouble(SIGNED_OUT);
  const worker = await newPerson();
  await worker.goto('/demo');
  await worker.getByRole('button', { name: 'Sign in as Dana Whitfield' }).click();
  await worker.getByRole('link', { name: /Heron/ }).first().click();
  await worker.getByRole('button', { name: 'Add a goal', exact: true }).click();
  await worker.getByLabel('The goal, in their own words').fill('Paint the hall');
  await worker.getByRole('button', { name: 'Save the goal' }).click();
  await expect(worker.getByText('“Paint the hall”')).toBeVisible();

  await page.goto('/demo');
  await page.getByRole('button', { name: 'Reset demo' }).click();
  await expect(page.getByRole('progressbar', { name: /Making a fresh county: \d+ percent/ })).toBeVisible();
  await expect(page.getByText('The demo is fresh again. Everyone was signed out.').first()).toBeVisible({
    timeout: 40_000,
  });
  // The open page of somebody else was told, without a hand on it.
  await expect(worker.getByText(OVER)).toBeVisible();
  await expect(worker.getByText('Paint the hall')).toHaveCount(0);
  await expectForEveryone(worker, 'demo-signed-out');
  await expectForEveryone(page, 'demo-was-reset');

  await page.getByRole('button', { name: 'Undo the reset' }).click();
  await expect(page.getByText('The demo from before is back.').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo the reset' })).toHaveCount(0);
  await worker.goto('/');
  await worker.getByRole('link', { name: /Heron/ }).first().click();
  await expect(worker.getByText('“Paint the hall”')).toBeVisible();
});

test('after a reset the two panes side by side show the fresh demo, without a hand on them', async ({
  page,
  newPerson,
  watch,
}) => {
  watch.expectTrouble(SIGNED_OUT);
  watch.expectTrouble(/status of 404 .*\/api\/staff\/[\w.,]*(cases|live)/);
  await page.goto('/demo/side-by-side');
  const left = page.getByRole('region', { name: 'Jordan: my sharing' });
  const right = page.getByRole('region', { name: 'Rafael Ortiz: case page' });
  await expect(right.getByText('“Get back to art class”')).toBeVisible();
  await left.getByRole('button', { name: 'Stop everything with Rafael Ortiz' }).click();
  await left.getByRole('button', { name: 'Stop sharing', exact: true }).click();
  await expect(right.getByText('“Get back to art class”')).toHaveCount(0);

  const other = await newPerson();
  await other.goto('/demo');
  await other.getByRole('button', { name: 'Reset demo' }).click();
  await expect(other.getByText('The demo is fresh again. Everyone was signed out.').first()).toBeVisible({
    timeout: 40_000,
  });
  await expect(right.getByText('“Get back to art class”')).toBeVisible({ timeout: 40_000 });
  await expect(left.getByRole('button', { name: 'Stop everything with Rafael Ortiz' })).toBeVisible();
});
