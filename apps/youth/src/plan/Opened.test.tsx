import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Opened } from './Opened.tsx';

const show = (content: { is: 'open'; body: string } | { is: 'preparing' } | { is: 'closed' }) =>
  render(<Opened content={content}>{(body) => <p>{body}</p>}</Opened>);

test('what is open is shown', () => {
  show({ is: 'open', body: 'Get back to art class' });
  expect(screen.getByText('Get back to art class')).toBeTruthy();
});

test('what no key opens yet has a neutral line in its place', () => {
  show({ is: 'preparing' });
  expect(screen.getByText('This part is still being made ready for you.')).toBeTruthy();
});

test('what is not shared has a neutral line in its place', () => {
  show({ is: 'closed' });
  expect(screen.getByText("This part isn't shared with you.")).toBeTruthy();
});
