import { screen } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { renderForStaff } from '../../testing/render.tsx';
import { answering, server } from '../../testing/server.ts';
import { ReferralsLabel } from './ReferralsLabel.tsx';

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

test('the place of the referrals says how many there are to answer', async () => {
  server.use(answering('staff', { 'referrals.waiting': () => ({ toAnswer: 2, waiting: 5 }) }));
  renderForStaff(<ReferralsLabel />);
  expect(await screen.findByText('Referrals: 2 to answer')).toBeTruthy();
});
