import { screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { renderForStaff } from '../../testing/render.tsx';
import { NewCase } from './NewCase.tsx';

test('half a date is asked for again, and no case is opened without it', async () => {
  const onCreated = vi.fn<() => void>();
  const { user } = renderForStaff(<NewCase onCreated={onCreated} />);
  await user.type(screen.getByLabelText('Name they use'), 'Amari');
  // What a browser says of "03/14/yyyy": the value is empty, and that is not what was typed.
  Object.defineProperty(screen.getByLabelText(/^Date of birth/), 'validity', { value: { badInput: true } });
  await user.click(screen.getByRole('button', { name: 'Open the case' }));
  expect((await screen.findByRole('link', { name: 'Check the date.' })).getAttribute('href')).toContain(
    'bornOn',
  );
  expect(onCreated).not.toHaveBeenCalled();
});
