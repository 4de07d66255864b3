import type { BrowserContext } from '@playwright/test';

/** The browser tells the page, not us, what its policy stopped: pass it on as an error on the console. */
const TELL_POLICY = `document.addEventListener('securitypolicyviolation', (event) => {
  console.error('Content Security Policy: ' + event.violatedDirective + ' stopped ' + (event.blockedURI || event.sample));
});`;

/** Notes console errors, uncaught errors, what the Content Security Policy stopped, and requests to anywhere else. */
export class Watch {
  readonly troubles: string[] = [];
  readonly #port: string;
  readonly #expected: RegExp[] = [];

  constructor(port: string) {
    this.#port = port;
  }

  /** For a test that provokes an error: what matches is not held against the page. */
  expectTrouble(pattern: RegExp): void {
    this.#expected.push(pattern);
  }

  async over(context: BrowserContext): Promise<void> {
    await context.addInitScript(TELL_POLICY);
    context.on('console', (message) => {
      if (message.type() === 'error') this.#note(`console: ${message.text()} (${message.location().url})`);
    });
    context.on('weberror', (error) => this.#note(`uncaught: ${error.error().message}`));
    context.on('request', (request) => {
      if (!this.#isOurs(request.url())) this.#note(`request to elsewhere: ${request.url()}`);
    });
  }

  #note(trouble: string): void {
    if (!this.#expected.some((pattern) => pattern.test(trouble))) this.troubles.push(trouble);
  }

  #isOurs(address: string): boolean {
    const { protocol, hostname, port } = new URL(address);
    if (protocol === 'data:' || protocol === 'blob:' || protocol === 'about:') return true;
    return (hostname === 'localhost' || hostname.endsWith('.localhost')) && port === this.#port;
  }
}
