import type { StaffRouter } from '@accord/contract';
import type { Page } from '@playwright/test';
import { createTRPCClient, httpLink } from '@trpc/client';

/** Where one of the two hosts of the running product is. */
export function addressOf(host: 'staff' | 'youth'): string {
  const url = new URL(process.env['ACCORD_URL'] ?? '');
  if (host === 'youth') url.hostname = `youth.${url.hostname}`;
  return url.origin;
}

/**
 * The product's own calls, as whoever is signed in in this browser. They make what a test starts from; what the
 * test is about is done on the screen.
 */
export const staffCalls = (page: Page) => createTRPCClient<StaffRouter>({ links: [httpLink(link(page))] });

function link(page: Page) {
  return {
    url: `${addressOf('staff')}/api/staff`,
    methodOverride: 'POST' as const,
    fetch: async (input: string | URL | Request, init?: { method?: string; body?: unknown }) => {
      const answer = await page.request.fetch(input instanceof Request ? input.url : input.toString(), {
        method: init?.method ?? 'POST',
        headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
        ...(typeof init?.body === 'string' && { data: init.body }),
      });
      return new Response(await answer.text(), { status: answer.status() });
    },
  };
}
