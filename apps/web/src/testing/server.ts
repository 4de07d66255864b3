import { ERRORS, type ErrorCode, type FieldIssue } from '@accord/kernel';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';

/** Answers of the server for states that the real one cannot be put into from here. */
export const server = setupServer();

type Answer = (input: unknown) => unknown;

/** Thrown by an answer: the error as it arrives on the wire. */
export class Refusal extends Error {
  readonly code: ErrorCode;
  readonly fields: readonly FieldIssue[];

  constructor(code: ErrorCode, fields: readonly FieldIssue[] = []) {
    super(code);
    this.code = code;
    this.fields = fields;
  }
}

function onWire(answer: Answer | undefined, input: unknown): unknown {
  try {
    if (!answer) throw new Refusal('NOT_FOUND');
    return { result: { data: answer(input) } };
  } catch (error) {
    const { code, fields } = error instanceof Refusal ? error : new Refusal('INTERNAL');
    const data = { code, sentence: ERRORS[code].sentence, fields, reference: 'R-TEST' };
    return { error: { message: code, code: -32603, data } };
  }
}

/** Answers procedures by their path, `cases.open`, in batches as the client sends them. */
export function answering(host: 'staff' | 'youth', answers: Record<string, Answer>) {
  return http.post<{ paths: string }>(`*/api/${host}/:paths`, async ({ params, request }) => {
    const inputs = (await request.json()) as Record<string, unknown>;
    const all = params.paths.split(',').map((path, index) => onWire(answers[path], inputs[index]));
    return HttpResponse.json(all);
  });
}

/** An answer that never comes. `heard` is called with each question. */
export function silent(host: 'staff' | 'youth', heard?: () => void) {
  return http.post(`*/api/${host}/:paths`, () => {
    heard?.();
    return new Promise<never>(() => undefined);
  });
}

/** No connection at all. */
export function offline(host: 'staff' | 'youth') {
  return http.post(`*/api/${host}/:paths`, () => HttpResponse.error());
}

const bytesOf = (event: 'ready' | 'changed', mark = '') =>
  new TextEncoder().encode(`event: ${event}\ndata: ${mark}\n\n`);

/** A live stream that is ready at once, for a page of this mark, and stays open; and a way to ping whoever listens. */
export function liveStream(host: 'staff' | 'youth', mark = '') {
  const listeners = new Set<ReadableStreamDefaultController<Uint8Array>>();
  const handler = http.post(`*/api/${host}/live`, () => {
    let own: ReadableStreamDefaultController<Uint8Array> | undefined;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        own = controller;
        listeners.add(controller);
        controller.enqueue(bytesOf('ready', mark));
      },
      cancel: () => {
        if (own) listeners.delete(own);
      },
    });
    return new HttpResponse(body, { headers: { 'content-type': 'text/event-stream' } });
  });
  const ping = () => {
    for (const listener of listeners) listener.enqueue(bytesOf('changed'));
  };
  return { handler, ping, listening: () => listeners.size };
}
