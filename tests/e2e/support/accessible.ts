import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

/** WCAG 2.2 A and AA, and what axe's makers call best practice. Naming wcag22aa switches the target-size rule on. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The page as it is now has no violation. A failure names the rule and the elements. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations, passes } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  const said = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id}: ${help}: ${target.join(' ')}`),
  );
  expect(said, `axe on ${new URL(page.url()).pathname}`).toEqual([]);
  // A page that is still empty has no violation either.
  expect(passes.length).toBeGreaterThan(0);
}
