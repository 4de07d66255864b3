import type { ErrorCode } from '@accord/kernel';
import { http, HttpResponse, type JsonBodyType } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll } from 'vitest';

const at = (procedure: string) => `${location.origin}/api/youth/${procedure}`;

/** For states that the real server cannot be brought into: answers that fail, never come, or are cut off. */
export function standIn() {
  const streams = new Set<ReadableStreamDefaultController<Uint8Array>>();
  const server = setupServer(
    http.post(at('live'), () => {
      let own: ReadableStreamDefaultController<Uint8Array> | undefined;
      const body = new ReadableStream<Uint8Array>({
        start: (stream) => void streams.add((own = stream)),
        cancel: () => void (own && streams.delete(own)),
      });
      return new HttpResponse(body, { headers: { 'content-type': 'text/event-stream' } });
    }),
    // Where a test says nothing of it, no law opens anything.
    http.post(at('mine.bases'), () =>
      HttpResponse.json({ result: { data: { bases: [], papers: [], packages: [] } } }),
    ),
    // Nobody is new.
    http.post(at('mine.handovers'), () => HttpResponse.json({ result: { data: { handovers: [] } } })),
    // Nor has anybody sent them a plan to sign.
    http.post(at('mine.plans'), () => HttpResponse.json({ result: { data: { plans: [] } } })),
  );
  beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
  afterEach(() => {
    streams.clear();
    server.resetHandlers();
  });
  afterAll(() => server.close());

  return {
    answers: (procedure: string, data: JsonBodyType) =>
      server.use(http.post(at(procedure), () => HttpResponse.json({ result: { data } }))),
    /** An answer that is on its way until it may come. */
    answersLate: (procedure: string, data: JsonBodyType) => {
      const coming = Promise.withResolvers<void>();
      let asked = 0;
      server.use(
        http.post(at(procedure), async () => {
          asked += 1;
          await coming.promise;
          return HttpResponse.json({ result: { data } });
        }),
      );
      return { asked: () => asked, come: coming.resolve };
    },
    refuses: (procedure: string, code: ErrorCode, status: number, reference?: string) =>
      server.use(
        http.post(at(procedure), () =>
          HttpResponse.json(
            { error: { message: code, code: -32603, data: { code, reference } } },
            { status },
          ),
        ),
      ),
    cannotBeReached: (procedure: string) => server.use(http.post(at(procedure), () => HttpResponse.error())),
    /** How many pages listen for changes. */
    listening: () => streams.size,
    /** Tells every page that listens: the stream is ready, or something changed. */
    says: (event: 'ready' | 'changed') => {
      const bytes = new TextEncoder().encode(`event: ${event}\ndata: \n\n`);
      for (const stream of streams) stream.enqueue(bytes);
    },
    isSilent: (procedure: string) => server.use(http.post(at(procedure), () => new Promise<never>(() => {}))),
  };
}
