import type { StaffRouter, YouthRouter } from '@accord/contract';
import { createTRPCClient, httpLink } from '@trpc/client';
import { Agent, type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { Stream } from './stream.ts';

export type Host = 'staff' | 'youth';
const NAMES = { staff: 'localhost', youth: 'youth.localhost' };

export interface Sent {
  method?: string;
  /** Joined to what a page of ours sends; undefined leaves one out. */
  headers?: Record<string, string | undefined>;
  body?: string | Buffer;
}

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

/** What a browser does that matters here: one host, a jar of cookies, and the headers that it adds by itself. */
export class Browser {
  readonly cookies = new Map<string, string>();
  readonly host: Host;
  readonly #port: number;
  readonly #from: string | undefined;
  readonly #agent = new Agent({ keepAlive: true });
  readonly #streams: Stream[] = [];

  constructor(port: number, host: Host, from?: string) {
    this.#port = port;
    this.host = host;
    this.#from = from;
  }

  readonly staff = createTRPCClient<StaffRouter>({ links: [httpLink(this.#link('/api/staff'))] });
  readonly youth = createTRPCClient<YouthRouter>({ links: [httpLink(this.#link('/api/youth'))] });

  async send(path: string, sent: Sent = {}): Promise<Answer> {
    const response = await this.#open(path, sent);
    return { status: response.statusCode ?? 0, headers: response.headers, body: await text(response) };
  }

  /** A call as a page makes it, unread: for those who look at its bytes. */
  call(procedure: string, input?: unknown, sent: Sent = {}): Promise<Answer> {
    const body = input === undefined ? '' : JSON.stringify(input);
    return this.send(`/api/${this.host}/${procedure}`, { method: 'POST', body, ...sent });
  }

  /** Listens for changes of these cases, or of one's own. A refusal is a stream with its status that is over at once. */
  async listen(cases?: string | readonly string[], sent: Sent = {}): Promise<Stream> {
    const body = JSON.stringify(cases === undefined ? {} : { cases: [cases].flat() });
    const stream = new Stream(await this.#open(`/api/${this.host}/live`, { method: 'POST', body, ...sent }));
    this.#streams.push(stream);
    return stream;
  }

  /** Closed as by switching the machine off: no goodbye to anybody. */
  close(): void {
    for (const stream of this.#streams) stream.close();
    this.#agent.destroy();
  }

  #open(path: string, { method = 'GET', headers = {}, body }: Sent): Promise<IncomingMessage> {
    const all: Record<string, string | undefined> = {
      host: `${NAMES[this.host]}:${this.#port}`,
      cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') || undefined,
      ...(method === 'GET' ? {} : { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' }),
      ...headers,
    };
    const given = Object.fromEntries(
      Object.entries(all).filter(([, value]) => value !== undefined),
    ) as Record<string, string>;
    return new Promise((resolve, reject) => {
      const sending = request({
        host: '127.0.0.1',
        port: this.#port,
        path,
        method,
        headers: given,
        agent: this.#agent,
        ...(this.#from ? { localAddress: this.#from } : {}),
      });
      sending.once('error', reject);
      sending.once('response', (response: IncomingMessage) => {
        this.#keep(response.headers['set-cookie'] ?? []);
        resolve(response);
      });
      sending.end(body);
    });
  }

  #keep(setCookies: readonly string[]): void {
    for (const line of setCookies) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '' || /max-age=0/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }

  #link(path: string) {
    return {
      url: `http://accord.invalid${path}`,
      methodOverride: 'POST' as const,
      fetch: async (input: string | URL | Request, init?: { method?: string; body?: unknown }) => {
        const { pathname, search } = new URL(input instanceof Request ? input.url : input);
        const body = typeof init?.body === 'string' ? init.body : '';
        const answer = await this.send(pathname + search, { method: init?.method ?? 'POST', body });
        return new Response(answer.body, { status: answer.status });
      },
    };
  }
}
