import { screen } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { caseId, dana } from '../../testing/heron.ts';
import { renderForStaff } from '../../testing/render.tsx';
import { answering, server } from '../../testing/server.ts';
import { Palette } from './Palette.tsx';

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const nothing = () => undefined;
const acts = {
  go: nothing,
  goToCase: nothing,
  addNote: nothing,
  lock: nothing,
  signOut: nothing,
  speak: nothing,
};

test.each([
  ['is on the case', true],
  ['only reads it by a permission', false],
])('who %s is offered what works for them: %s', async (_who, withMe) => {
  const one = { caseId, codeName: 'Heron', name: null, openedAt: '2026-11-02T10:00:00.000Z', withMe };
  server.use(answering('staff', { 'cases.list': () => ({ cases: [one], more: false }) }));
  const { user } = renderForStaff(<Palette me={dana} here={caseId} acts={acts} onClose={nothing} />);
  const field = screen.getByRole('combobox');
  await user.type(field, 'Heron');
  await screen.findByRole('option', { name: /^Heron/ });
  await user.clear(field);
  for (const name of [
    /Add a note/,
    /Ask permission/,
    /Refer to a service/,
    /Who sees what/,
    /^Permissions/,
  ]) {
    expect(screen.queryAllByRole('option', { name }).length > 0).toBe(withMe);
  }
});
