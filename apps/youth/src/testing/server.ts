import type { ErrorCode } from '@accord/kernel';
import { http, HttpResponse, type JsonBodyType } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll } from 'vitest';

const at = (procedure: string) => `${location.origin}/api/youth/${procedure}`;

/** For states that the real server cannot be brought into: answers that fail, never come, or are cut off. */
export function standIn() {
  const server = setupServer();
  beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
  afterEach(() => server.resetHandlers());
  afterAll(() => server.close());

  return {
    answers: (procedure: string, data: JsonBodyType) =>
      server.use(http.post(at(procedure), () => HttpResponse.json({ result: { data } }))),
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
    isSilent: (procedure: string) => server.use(http.post(at(procedure), () => new Promise<never>(() => {}))),
  };
}
