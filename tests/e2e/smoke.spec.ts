import { expect, expectAccessible, screens, test } from './support/test.ts';

test('a newcomer opens the one URL, and the page works for everybody', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectAccessible(page);
  await screens(page, 'first-page');
});

test('a young person has a host name of their own', async ({ page, baseURL }) => {
  const url = new URL(baseURL ?? '');
  url.hostname = `youth.${url.hostname}`;
  await page.goto(url.href);
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await expectAccessible(page);
  await screens(page, 'youth-first-page');
});

test('the tests notice a complaint, a stopped script and a request to another host', async ({
  page,
  watch,
}) => {
  await page.goto('/');
  await page.evaluate(() => {
    console.error('a complaint');
    const frame = document.createElement('img');
    frame.src = 'http://elsewhere.localhost:9/x.png';
    document.body.append(frame);
  });
  await expect.poll(() => watch.troubles.join('\n')).toMatch(/a complaint[^]*img-src/);
  await page.goto('http://elsewhere.localhost:9/').catch(() => undefined);
  expect(watch.troubles.join('\n')).toContain('request to elsewhere: http://elsewhere.localhost:9/');
  watch.troubles.length = 0;
});
