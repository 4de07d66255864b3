import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

/** WCAG 2.2 A and AA, and what axe's makers call best practice. Naming wcag22aa switches the target-size rule on. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What young people get on top (experience.md 6.1). */
const FOR_YOUTH = ['color-contrast-enhanced', 'identical-links-same-purpose'];

/** The page as it is now has no violation. A failure names the rule and the elements. */
export async function expectAccessible(page: Page): Promise<void> {
  const more = new URL(page.url()).hostname.startsWith('youth.') ? FOR_YOUTH : [];
  const { violations, passes } = await new AxeBuilder({ page })
    // Our pages hold no frames: without this a second page is opened each time, to gather what theirs have.
    .setLegacyMode()
    .options({
      runOnly: { type: 'tag', values: TAGS },
      rules: Object.fromEntries(more.map((rule) => [rule, { enabled: true }])),
    })
    .analyze();
  const said = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, any }) =>
      [`${id}: ${help}:`, ...target, ...any.map(({ message }) => message)].join(' '),
    ),
  );
  expect(said, `axe on ${new URL(page.url()).pathname}`).toEqual([]);
  // A page that is still empty has no violation either.
  expect(passes.length).toBeGreaterThan(0);
}
