import type { Browser, BrowserContext, Page } from '@playwright/test';
import { gzipSync } from 'node:zlib';
import { inBrowser } from './browser.ts';
import { figure, median } from './figure.ts';

/**
 * What a first visit costs: builds the apps, serves the real product, and opens it with nothing kept, on the network
 * and the processor that experience.md 6.2 names (1.6 Mbit/s, 150 ms, four times slower). Median of five, the pages
 * taken in turns. Bytes are those of gzip and hold on every machine: over their budget it fails. Times are also given
 * as a multiple of what the smallest page of the same product took in the same run.
 *
 *     npm run bench -- web
 */
const ROUNDS = 5;
const NETWORK = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1_000_000) / 8,
  uploadThroughput: (0.75 * 1_000_000) / 8,
};
const SLOWER = 4;

interface App {
  name: 'staff' | 'youth';
  /** In kilobytes of 1000 bytes; times in milliseconds. */
  goals: { js: number; css: number; requests: number; lcp: number; cls: number; ratio: number };
  address: (url: URL) => string;
  /** Who opens it. */
  arrive: (context: BrowserContext, url: URL) => Promise<void>;
}

const APPS: readonly App[] = [
  {
    name: 'staff',
    goals: { js: 260, css: 30, requests: 40, lcp: 4_000, cls: 0.05, ratio: 10 },
    address: ({ origin }) => `${origin}/cases`,
    arrive: async (context, { origin }) => {
      const headers = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' };
      const answer = await context.request.post(`${origin}/api/staff/demo.signIn`, {
        headers,
        data: { key: 'dana' },
      });
      if (!answer.ok()) throw new Error(`The demo answered ${answer.status()}.`);
    },
  },
  {
    name: 'youth',
    goals: { js: 170, css: 15, requests: 8, lcp: 2_500, cls: 0.02, ratio: 8 },
    address: ({ protocol, hostname, port }) => `${protocol}//youth.${hostname}:${port}/`,
    arrive: async () => {},
  },
];

interface Visit {
  js: number;
  css: number;
  requests: number;
  elsewhere: number;
  fcp: number;
  lcp: number;
  cls: number;
}

await inBrowser(async (browser, url) => {
  const blank: Visit[] = [];
  const visits = { staff: [] as Visit[], youth: [] as Visit[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    blank.push(await visit(browser, `${url.origin}/health`, url));
    for (const app of APPS) visits[app.name].push(await visit(browser, app.address(url), url, app));
  }
  const smallest = median(blank.map(({ lcp }) => lcp));
  console.log(`smallest page: LCP ${smallest.toFixed(0)} ms; first load, median of ${ROUNDS}`);
  const within = APPS.map((app) => report(app, visits[app.name], smallest));
  if (within.includes(false)) process.exitCode = 1;
});

/** One first visit in a browser that has kept nothing. */
async function visit(from: Browser, address: string, product: URL, app?: App): Promise<Visit> {
  const context = await from.newContext({ viewport: { width: 412, height: 823 } });
  try {
    await app?.arrive(context, product);
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Network.enable');
    await devtools.send('Network.emulateNetworkConditions', NETWORK);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    const loaded = await load(page, address, product);
    return { ...loaded, ...(await paints(page)) };
  } finally {
    await context.close();
  }
}

/** Until the page has its heading and asks for nothing any more; the stream of changes stays open and is no load. */
async function load(page: Page, address: string, product: URL) {
  const bodies: Promise<{ type: string; size: number }>[] = [];
  let requests = 0;
  let elsewhere = 0;
  page.on('request', (request) => {
    const { hostname, port } = new URL(request.url());
    requests += 1;
    if (port !== product.port || !hostname.endsWith(product.hostname)) elsewhere += 1;
  });
  page.on('response', (response) => {
    const type = /\.(js|css)$/.exec(new URL(response.url()).pathname)?.[1];
    if (type)
      bodies.push(response.body().then((body) => ({ type, size: gzipSync(body, { level: 9 }).length })));
  });
  await page.goto(address);
  if (!address.endsWith('/health')) await page.locator('main h1').first().waitFor();
  await page.waitForLoadState('networkidle');
  const sizes = await Promise.all(bodies);
  const kilobytes = (wanted: string) =>
    sizes.filter(({ type }) => type === wanted).reduce((sum, { size }) => sum + size, 0) / 1000;
  return { js: kilobytes('js'), css: kilobytes('css'), requests, elsewhere };
}

/** What the browser itself noted of this page. */
function paints(page: Page): Promise<Pick<Visit, 'fcp' | 'lcp' | 'cls'>> {
  return page.evaluate(async () => {
    const seen = (type: string) =>
      new Promise<PerformanceEntry[]>((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries())).observe({ type, buffered: true });
        setTimeout(() => resolve([]), 500);
      });
    const [first] = performance.getEntriesByName('first-contentful-paint');
    const largest = (await seen('largest-contentful-paint')).at(-1);
    const shifts = (await seen('layout-shift')) as (PerformanceEntry & { value: number })[];
    return {
      fcp: first?.startTime ?? Number.NaN,
      lcp: largest?.startTime ?? Number.NaN,
      cls: shifts.reduce((sum, { value }) => sum + value, 0),
    };
  });
}

/** Prints the figures of one app; false when its bytes are over their budget or something came from elsewhere. */
function report({ name, goals }: App, visits: readonly Visit[], smallest: number): boolean {
  const of = (key: keyof Visit) => median(visits.map((each) => each[key]));
  const line = (what: string, value: number, unit: string, goal: number) =>
    console.log(figure(`web_${name}_${what}`, value, unit, '<=', goal));
  line('js', of('js'), 'KB', goals.js);
  line('css', of('css'), 'KB', goals.css);
  line('requests', of('requests'), 'requests', goals.requests);
  line('third_party', of('elsewhere'), 'requests', 0);
  line('fcp', of('fcp'), 'ms', goals.lcp);
  line('lcp', of('lcp'), 'ms', goals.lcp);
  line('lcp_ratio', of('lcp') / smallest, 'ratio', goals.ratio);
  line('cls', of('cls'), 'score', goals.cls);
  return of('js') <= goals.js && of('css') <= goals.css && of('elsewhere') === 0;
}
