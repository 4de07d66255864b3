import { screen } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { caseId, paper, permission } from '../../../testing/heron.ts';
import { renderForStaff } from '../../../testing/render.tsx';
import { answering, server } from '../../../testing/server.ts';
import { Paper } from './Paper.tsx';

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const show = (lacks: Partial<typeof paper>) => {
  server.use(answering('staff', { 'consent.paper': () => ({ ...paper, ...lacks }) }));
  renderForStaff(
    <Paper caseId={caseId} permission={permission()}>
      {(mayBeSigned) => (mayBeSigned ? <button type="button">Sign</button> : null)}
    </Paper>,
  );
};

test('outside a demo nobody can sign on words that no advisor signed, and the paper says why', async () => {
  show({ holds: ['no-advisor', 'not-published'], signedBy: [] });
  expect(await screen.findByText('No advisor with lived experience has signed these words.')).toBeTruthy();
  expect(screen.getByText('So nobody can sign on it yet. Nothing is shared.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Sign' })).toBeNull();
});

test('what lacks nothing says who stands behind it, and takes the signature', async () => {
  show({});
  expect(await screen.findByText('Read and signed by: Keisha T.')).toBeTruthy();
  expect(screen.getByRole('article').textContent).toMatch(/Rafael Ortiz.* can see Goals and steps/);
  expect(screen.getByRole('button', { name: 'Sign' })).toBeTruthy();
});
