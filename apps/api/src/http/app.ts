import { AppError, notFound } from '@accord/kernel';
import { appErrorOf, referenceOf, type RequestContext } from '@accord/rpc';
import { getConnInfo } from '@hono/node-server/conninfo';
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { openLive } from '../live/route.ts';
import { staffRouter, youthRouter } from '../routers.ts';
import type { Services } from '../services.ts';
import { consultHook, DISCOVERY } from './cds.ts';
import { requestContext } from './context.ts';
import { answerError, logError } from './errors.ts';
import { sameOriginWrites, securityHeaders } from './headers.ts';
import { leave } from './leave.ts';
import { pages } from './pages.ts';
import { placeOf } from './place.ts';

type Host = RequestContext['host'];

const BODY_LIMIT = 1024 * 1024;
/** A question is ids and codes. */
const HOOK_LIMIT = 32 * 1024;
/** Calls that a page may put into one request; more would only fill the pool of connections. */
const BATCH_LIMIT = 20;
const routers = { staff: staffRouter, youth: youthRouter };

/** The whole of what answers HTTP: two hosts, each with its router, its live stream and its client. */
export function createApp(services: Services): Hono {
  const app = new Hono();
  app.use(securityHeaders);
  app.get('/health', (c) => c.json({ ok: true }));
  app.use('/api/*', sameOriginWrites);
  const tooLarge = (c: Context) => {
    // The rest of the body is not read, so that nothing more can come over this connection.
    c.header('connection', 'close');
    return answerError(c, services, new AppError('TOO_LARGE', 'body over the limit'));
  };
  app.use('/api/*', bodyLimit({ maxSize: BODY_LIMIT, onError: tooLarge }));

  // In demo mode the staff host also serves the young person's calls, for the side-by-side page.
  const answers = (c: Context, host: Host) =>
    host === hostOf(c, services) || (host === 'youth' && services.demo !== null);
  for (const host of ['staff', 'youth'] as const) {
    app.use(`/api/${host}/*`, (c, next) => (answers(c, host) ? next() : Promise.resolve(c.notFound())));
    app.post(`/api/${host}/live`, (c) => openLive(c, services, host));
    app.post(`/api/${host}/*`, (c) => call(c, services, host));
  }
  app.all('/api/*', (c) => c.notFound());

  // CDS Hooks: for other systems of the agencies, with a bearer and no cookie.
  const isStaff = (c: Context) => hostOf(c, services) === 'staff';
  app.get('/cds-services', (c) => (isStaff(c) ? c.json(DISCOVERY) : c.notFound()));
  app.use('/cds-services/*', bodyLimit({ maxSize: HOOK_LIMIT, onError: tooLarge }));
  app.post('/cds-services/patient-consent-consult', (c) =>
    isStaff(c) ? consultHook(c, services) : c.notFound(),
  );
  app.all('/cds-services/*', (c) => c.notFound());

  app.get('/leave', (c) => (hostOf(c, services) === 'youth' ? leave(c, services) : c.notFound()));
  const clients = { staff: pages(services.webRoot), youth: pages(services.youthRoot) };
  app.get('*', (c) => clients[hostOf(c, services)].fetch(c.req.raw));

  app.notFound((c) => answerError(c, services, notFound('no such address')));
  app.onError((error, c) => answerError(c, services, error));
  return app;
}

function hostOf(c: Context, { youthHost }: Services): Host {
  const name = (c.req.header('host') ?? '').replace(/:\d+$/, '').toLowerCase();
  return name === youthHost ? 'youth' : 'staff';
}

function call(c: Context, services: Services, host: Host): Promise<Response> {
  const router = routers[host];
  return fetchRequestHandler({
    endpoint: `/api/${host}`,
    router,
    req: c.req.raw,
    allowMethodOverride: true,
    maxBatchSize: BATCH_LIMIT,
    createContext: ({ req, resHeaders }) =>
      requestContext(services, host, req.headers, resHeaders, addressOf(c)),
    responseMeta: ({ errors }) => {
      const [first] = errors;
      return first ? { status: appErrorOf(first).status } : {};
    },
    onError: ({ error, path = '' }) => {
      // An address that is no procedure's is somebody's own text.
      const known = Object.hasOwn(router._def.procedures, path) ? path : null;
      logError(services.log, appErrorOf(error), referenceOf(error), known);
    },
  });
}

/** The peer's place; none (a call inside the process) counts as one. */
function addressOf(c: Context): string {
  try {
    return placeOf(getConnInfo(c).remote.address ?? '');
  } catch {
    return '';
  }
}
