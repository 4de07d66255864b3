import { AppError, ERRORS } from '@accord/kernel';
import { appErrorOf, referenceOf, type RequestContext } from '@accord/rpc';
import { getConnInfo } from '@hono/node-server/conninfo';
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { sessionsOf } from '@accord/identity/server';
import { openLive } from '../live/route.ts';
import { staffRouter, youthRouter } from '../routers.ts';
import type { Services } from '../services.ts';
import { seatOf, sessionPort } from './cookies.ts';
import { requestContext } from './context.ts';
import { sameOriginWrites, securityHeaders } from './headers.ts';
import { pages } from './pages.ts';

type Host = RequestContext['host'];

const BODY_LIMIT = 1024 * 1024;
const routers = { staff: staffRouter, youth: youthRouter };

/** The whole of what answers HTTP: two hosts, each with its router, its live stream and its client. */
export function createApp(services: Services): Hono {
  const app = new Hono();
  app.use(securityHeaders);
  app.get('/health', (c) => c.json({ ok: true }));
  app.use('/api/*', sameOriginWrites);
  app.use('/api/*', bodyLimit({ maxSize: BODY_LIMIT, onError: (c) => plainError(c, 'TOO_LARGE') }));

  // In demo mode the staff host also serves the young person's calls, for the side-by-side page.
  const answers = (c: Context, host: Host) =>
    host === hostOf(c, services) || (host === 'youth' && services.demo !== null);
  for (const host of ['staff', 'youth'] as const) {
    app.post(`/api/${host}/live`, (c) => (answers(c, host) ? openLive(c, services, host) : plainError(c, 'NOT_FOUND')));
    app.post(`/api/${host}/*`, (c) => (answers(c, host) ? call(c, services, host) : plainError(c, 'NOT_FOUND')));
  }
  app.all('/api/*', (c) => plainError(c, 'NOT_FOUND'));

  app.get('/leave', (c) => leave(c, services));
  const clients = { staff: pages(services.webRoot), youth: pages(services.youthRoot) };
  app.get('*', (c) => clients[hostOf(c, services)].fetch(c.req.raw));

  app.notFound((c) => plainError(c, 'NOT_FOUND'));
  app.onError((error, c) => {
    const code = error instanceof AppError ? error.code : 'INTERNAL';
    services.log('request failed', { code, reference: referenceOf(error) });
    return plainError(c, code);
  });
  return app;
}

function hostOf(c: Context, { youthHost }: Services): Host {
  const name = (c.req.header('host') ?? '').replace(/:\d+$/, '').toLowerCase();
  return name === youthHost ? 'youth' : 'staff';
}

function call(c: Context, services: Services, host: Host): Promise<Response> {
  return fetchRequestHandler({
    endpoint: `/api/${host}`,
    router: routers[host],
    req: c.req.raw,
    allowMethodOverride: true,
    createContext: ({ req, resHeaders }) => requestContext(services, host, req.headers, resHeaders, addressOf(c)),
    responseMeta: ({ errors }) => {
      const [first] = errors;
      return first ? { status: appErrorOf(first).status } : {};
    },
    onError: ({ error, path }) => {
      const known = appErrorOf(error);
      const level = known.code === 'INTERNAL' || known.code === 'UNAVAILABLE' ? 'call failed' : 'call refused';
      services.log(level, { path: path ?? null, code: known.code, why: known.message, reference: referenceOf(error) });
    },
  });
}

/** Exit now: the session ends, the browser drops what it kept, and a page that means nothing comes up. */
async function leave(c: Context, services: Services): Promise<Response> {
  if (hostOf(c, services) !== 'youth') return plainError(c, 'NOT_FOUND');
  const answer = new Headers();
  const session = sessionPort(c.req.raw.headers, answer, seatOf(c.req.raw.headers, false));
  const token = session.token();
  if (token) await sessionsOf(services.database).end(token);
  session.clear();
  answer.set('clear-site-data', '"cache", "cookies", "storage"');
  answer.set('location', services.safePage);
  return new Response(null, { status: 303, headers: answer });
}

function plainError(c: Context, code: AppError['code']): Response {
  const { status, sentence } = ERRORS[code];
  return c.json({ code, sentence }, status);
}

/** The peer's address; none (a call inside the process) counts as one place. */
function addressOf(c: Context): string {
  try {
    return getConnInfo(c).remote.address ?? '';
  } catch {
    return '';
  }
}
