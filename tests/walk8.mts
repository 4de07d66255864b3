import { chromium } from '@playwright/test';
import { resolveBrowser } from './e2e/support/browser.ts';
const { env, ...b } = await resolveBrowser();
const browser = await chromium.launch({ ...b, args: ['--no-sandbox','--disable-gpu'], env: { ...process.env, ...env } });
const base = 'http://localhost:4190';
const person = async (key, lang) => {
  const ctx = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await ctx.newPage();
  await page.goto(base + '/demo');
  const rpc = (path, body) => page.evaluate(async ([p, bd]) => { const r = await fetch('/api/staff/' + p, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(bd) }); const j = await r.json(); return j.result?.data ?? j; }, [path, body]);
  await rpc('demo.signIn', { key });
  if (lang) await rpc('session.chooseLanguage', { language: lang });
  return { page, rpc };
};
const shot = async (page, name, path) => { for (const [w, h] of [[1280, 900], [360, 740]]) { await page.setViewportSize({ width: w, height: h }); await page.goto(base + path); await page.waitForTimeout(1200); const wide = await page.evaluate(() => document.documentElement.scrollWidth); if (wide > w) console.log('WIDE', name, w, wide); await page.screenshot({ path: `/tmp/shots/m-${name}-${w}.png`, fullPage: true }); } };
const hannah = await person('alma');
const jun = (await hannah.rpc('cases.list', {})).cases.find((c) => c.codeName === 'Juniper');
for (const key of ['reyes', 'bell', 'renee', 'marta', 'ida', 'samira', 'sosa', 'nair', 'obi', 'kim', 'tom']) {
  const p = await person(key);
  const seen = await p.rpc('answers.cases', {});
  console.log(key, JSON.stringify(seen).slice(0, 160));
  await p.page.context().close();
}
console.log(jun);
await browser.close();
