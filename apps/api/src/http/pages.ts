import type { Language } from '@accord/kernel';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { languageOf } from './cookies.ts';
import { pagePolicy } from './headers.ts';

/** Serves one built client: hashed assets for good, and its one page for every other path. */
export function pages(root: string): Hono {
  const page = join(root, 'index.html');
  /** A client may be built as one page for each language; else the page itself reads what its first line says. */
  const pageIn = (language: Language) => {
    const own = join(root, `index.${language}.html`);
    return existsSync(own) ? own : page;
  };
  const files = serveStatic({ root });
  const app = new Hono();
  app.use('/assets/*', async (c, next) => {
    await next();
    if (c.res.ok) c.res.headers.set('cache-control', 'public, max-age=31536000, immutable');
  });
  app.use('/assets/*', compress(), files);
  app.get('/:icon{[a-z]+\\.svg}', files);
  app.get('/assets/*', (c) => c.text('Nothing here.', 404));
  app.get('*', (c) => {
    const nonce = randomBytes(16).toString('base64');
    c.header('content-security-policy', pagePolicy(nonce));
    if (!existsSync(page)) return c.text('This page has not been built yet.', 503);
    const language = languageOf(c.req.raw.headers);
    return c.html(
      readFileSync(pageIn(language), 'utf8')
        .replaceAll('__CSP_NONCE__', nonce)
        .replace('<html lang="en">', `<html lang="${language}">`),
    );
  });
  return app;
}
