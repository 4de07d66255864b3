import type { BrowserContext, Page } from '@playwright/test';
import { parseArgs } from 'node:util';
import { inBrowser } from './browser.ts';
import { figure, median } from './figure.ts';

/**
 * How a long case feels: a case with 1,000 notes in the real product, opened from the list of cases by a click. First
 * paint is from the click until the newest entries stand on the screen, painted, median of five; the longest task is the
 * one that kept the page's thread while it was scrolled from top to end, median of five too (experience.md 6.2).
 *
 *     npm run bench -- timeline [--items 1000]
 */
const { values } = parseArgs({ options: { items: { type: 'string', default: '1000' } } });
const items = Number(values.items);
const ROUNDS = 5;
const GOAL = { firstPaint: 1000, longestTask: 100 };

await inBrowser(async (browser, { origin }) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const call = callsOf(context, origin);
  await call('demo.signIn', { key: 'dana' });
  const { caseId } = await call<{ caseId: string }>('cases.create', { name: 'Kim L.' });
  for (let item = 1; item <= items; item += 1) {
    await call('cases.addNote', {
      caseId,
      category: 'case-plan',
      facts: `Met at the library, time ${item}.`,
    });
  }
  const page = await context.newPage();
  const paints: number[] = [];
  const longest: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    paints.push(await firstPaint(page, origin, caseId));
    longest.push(await longestTaskOf(page, () => scrollToEnd(page)));
  }
  console.log(`${items} items; first paint ${paints.map(Math.round).join(', ')} ms`);
  console.log(`longest task while scrolling ${longest.map(Math.round).join(', ')} ms`);
  const results = [
    { name: 'first_paint', value: median(paints), goal: GOAL.firstPaint },
    { name: 'longest_task', value: median(longest), goal: GOAL.longestTask },
  ];
  for (const { name, value, goal } of results)
    console.log(figure(`timeline_${items}_${name}`, value, 'ms', '<=', goal));
  if (results.some(({ value, goal }) => value > goal)) process.exitCode = 1;
});

/** From the click on the case, in the list of cases, until the frame after its first entries were there. */
async function firstPaint(page: Page, origin: string, caseId: string): Promise<number> {
  await page.goto(`${origin}/cases`);
  const link = page.locator(`main a[href="/cases/${caseId}"]`);
  await link.waitFor();
  await page.waitForLoadState('networkidle');
  return await link.evaluate(
    (anchor) =>
      new Promise<number>((painted) => {
        const began = performance.now();
        const seen = new MutationObserver(() => {
          if (!document.querySelector('main ol > li article')) return;
          seen.disconnect();
          // The first frame is being made; when the next one begins, it was shown.
          requestAnimationFrame(() => requestAnimationFrame(() => painted(performance.now() - began)));
        });
        seen.observe(document.body, { childList: true, subtree: true });
        (anchor as HTMLElement).click();
      }),
  );
}

/** In milliseconds; a task of less than 50 is none (Long Tasks API). */
async function longestTaskOf(page: Page, work: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    const kept: number[] = [];
    Object.assign(globalThis, { longTasks: kept });
    new PerformanceObserver((list) =>
      kept.push(...list.getEntries().map(({ duration }) => duration)),
    ).observe({
      type: 'longtask',
    });
  });
  await work();
  return await page.evaluate(() =>
    Math.max(0, ...(globalThis as unknown as { longTasks: number[] }).longTasks),
  );
}

/** Turn by turn of the wheel, as a hand does, until the last entry is on the screen. */
async function scrollToEnd(page: Page): Promise<void> {
  await page.mouse.move(600, 500);
  for (;;) {
    const atEnd = await page.evaluate(() => {
      const { scrollTop, scrollHeight, clientHeight } = document.documentElement;
      return scrollTop + clientHeight >= scrollHeight - 2;
    });
    const shown = await page.locator('main ol > li article').count();
    if (atEnd && shown >= items) return;
    await page.mouse.wheel(0, 4000);
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
}

function callsOf(context: BrowserContext, origin: string) {
  const headers = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' };
  return async <T>(path: string, data: unknown): Promise<T> => {
    const answer = await context.request.post(`${origin}/api/staff/${path}`, { headers, data });
    if (!answer.ok()) throw new Error(`${path} answered ${answer.status()}: ${await answer.text()}`);
    return ((await answer.json()) as { result: { data: T } }).result.data;
  };
}
