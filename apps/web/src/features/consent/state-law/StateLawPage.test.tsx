import type { StateLaw, StatePolicy } from '@accord/consent';
import { screen, within } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { renderForStaff } from '../../../testing/render.tsx';
import { answering, server } from '../../../testing/server.ts';
import { LawFoot } from './LawFoot.tsx';
import { StateLawPage } from './StateLawPage.tsx';

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const policy: StatePolicy = {
  state: 'CA',
  version: '2026-11-22',
  effectiveFrom: '2026-01-01',
  effectiveTo: null,
  verifiedOn: '2025-11-20',
  reviewedBy: null,
  ageOfMajority: 18,
  minorConsent: [
    {
      domain: 'mental-health',
      minAge: 12,
      conditions: ['mature enough'],
      exclusions: ['medicine'],
      parentNotice: 'forbidden',
      cite: 'Code 6924',
    },
    { domain: 'substance-use', minAge: 13, conditions: [], cite: 'Code 6929' },
  ],
  cpsRelease: { byConsent: false, cite: 'Code 827' },
  teamRule: { allowed: true, members: ['child-welfare', 'health'], cite: 'Code 16524.7' },
};
const law = (change: Partial<StateLaw> = {}): StateLaw => ({
  state: 'CA',
  version: policy.version,
  standing: 'in-force',
  policy,
  cautions: ['unreviewed', 'old'],
  ...change,
});

async function show(...laws: StateLaw[]) {
  server.use(answering('staff', { 'consent.policies': () => ({ laws }) }));
  const { user } = renderForStaff(<StateLawPage />);
  await screen.findByRole('heading', { level: 2, name: 'California' });
  return user;
}
/** What stands beside a term of a list of rules. */
const beside = (label: string) =>
  screen.getByText(label, { selector: 'dt' }).nextElementSibling?.textContent ?? '';

describe('the rules of a state', () => {
  test('say their version, their dates, and that nobody has reviewed them', async () => {
    await show(law());
    expect(screen.getByText('In force')).toBeTruthy();
    expect(screen.getByText('Checked more than a year ago')).toBeTruthy();
    expect(beside('Version')).toBe('2026-11-22');
    expect(beside('From')).toBe('January 1, 2026');
    expect(beside('Last checked')).toBe('November 20, 2025');
    expect(screen.getByText('Unreviewed by counsel')).toBeTruthy();
    expect(beside('Reviewed by')).toBe('Nobody yet');
  });

  test('name their reviewer once there is one, and then bear no mark', async () => {
    await show(law({ cautions: [], policy: { ...policy, reviewedBy: 'Ada Lin, Counsel' } }));
    expect(beside('Reviewed by')).toBe('Ada Lin, Counsel');
    expect(screen.queryByText('Unreviewed by counsel')).toBeNull();
  });

  test('say in plain words who decides alone, from what age, on what terms, and where that is from', async () => {
    await show(law());
    expect(beside('Therapy')).toBe(
      'From age 12.Only if: mature enoughLeaves out: medicineUntil somebody has found that this fits, an adult signs too.No parent is told.Source: Code 6924',
    );
    expect(beside('Help with drugs and alcohol')).toMatch(
      /^From age 13\.No rule says whether a parent is told/,
    );
  });

  test('say what other rows mean', async () => {
    await show(law());
    expect(beside('Child welfare notes')).toBe('No permission opens them.Source: Code 827');
    expect(beside('Teams that share by law')).toContain('On it: child welfare and health care.');
    expect(beside('Coming of age')).toBe('At 18.');
  });

  test('list what is not written down, with what holds in its place', async () => {
    const user = await show(law());
    const summary = screen.getByText('Not written down (17)');
    await user.click(summary);
    const open = summary.closest('details');
    if (!open) throw new Error('no list of what is missing');
    expect(within(open).getByText('Advocate’s records').nextElementSibling?.textContent).toBe(
      'Both the young person and an adult sign.',
    );
    expect(within(open).queryByText('Teams that share by law')).toBeNull();
  });

  test('in a version that is to come are told apart from those in force', async () => {
    await show(law(), law({ version: '3', standing: 'to-come', policy: { ...policy, version: '3' } }));
    expect(screen.getByRole('region', { name: 'California, version 3' }).textContent).toContain(
      'Not yet in force',
    );
  });

  test('that cannot be read say so, and that the stricter answer holds', async () => {
    await show(law({ policy: null, cautions: [] }));
    expect(screen.getByText('This version cannot be read here. The stricter answer holds.')).toBeTruthy();
  });
});

test('without any rules it says what holds', async () => {
  server.use(answering('staff', { 'consent.policies': () => ({ laws: [] }) }));
  renderForStaff(<StateLawPage />);
  expect(await screen.findByText('No state has rules here')).toBeTruthy();
});

describe('below permissions', () => {
  const link = (words: string) => <a href="/state-law">{words}</a>;

  test('stands by which rules they are judged, and that nobody reviewed them', () => {
    const inForce = { state: 'CA', version: '2', cautions: ['unreviewed' as const] };
    const { container } = renderForStaff(<LawFoot law={inForce} link={link} />);
    expect(container.textContent).toBe('Rules of California, version 2, unreviewed by counsel');
    expect(screen.getByRole('link', { name: 'Rules of California, version 2' })).toBeTruthy();
  });

  test('stands that there are none, and what holds then', () => {
    const { container } = renderForStaff(<LawFoot law={null} link={link} />);
    expect(container.textContent).toContain(
      'No rules of this state are written down, so the stricter answer holds.',
    );
  });
});
