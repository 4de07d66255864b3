import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { permission } from '../testing/permission.ts';
import { PermissionCard } from './PermissionCard.tsx';

type Stop = Parameters<typeof PermissionCard>[0]['onStop'];
const stopped = () => vi.fn<Stop>(async () => null);
const stays = async () => null;

test('the card says who, what kinds, until when, why and from whom', () => {
  render(<PermissionCard permission={permission()} onStop={stopped()} onPause={stays} onMark={stays} />);
  const card = screen.getByRole('article', { name: 'Rafael Ortiz' });
  expect(card.textContent).toContain('Detective, Alder Police Youth Unit');
  expect(card.textContent).toContain('Can seeGoals');
  expect(card.textContent).toContain('UntilMarch 3, 2027');
  expect(card.textContent).toContain('In their words: So that the plan is known.');
  expect(card.textContent).toContain('Comes fromAlder County Child Welfare');
});

test('everything is stopped in two taps, after one question that names what and who', async () => {
  const onStop = stopped();
  render(<PermissionCard permission={permission()} onStop={onStop} onPause={stays} onMark={stays} />);
  await userEvent.click(screen.getByRole('button', { name: 'Stop sharing goals with Rafael Ortiz' }));
  const question = screen.getByRole('group', { name: 'Stop sharing goals with Rafael Ortiz?' });
  expect(
    within(question)
      .getAllByRole('button')
      .map(({ textContent }) => textContent),
  ).toEqual(['Stop', 'Keep']);
  expect(onStop).not.toHaveBeenCalled();
  await userEvent.click(within(question).getByRole('button', { name: 'Stop' }));
  expect(onStop).toHaveBeenCalledWith(['case-plan']);
  expect(screen.queryByRole('group', { name: /^Stop sharing/ })).toBeNull();
});

test('one kind of several is stopped by itself', async () => {
  const onStop = stopped();
  render(
    <PermissionCard
      permission={permission({ categories: ['case-plan', 'edu-record'] })}
      onStop={onStop}
      onPause={stays}
      onMark={stays}
    />,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Stop sharing school with Rafael Ortiz' }));
  await userEvent.click(
    within(screen.getByRole('group', { name: /^Stop sharing/ })).getByRole('button', { name: 'Stop' }),
  );
  expect(onStop).toHaveBeenCalledWith(['edu-record']);
});

test('the question takes the focus, and Keep gives it back to the button that was pressed', async () => {
  render(<PermissionCard permission={permission()} onStop={stopped()} onPause={stays} onMark={stays} />);
  const button = screen.getByRole('button', { name: /^Stop sharing/ });
  await userEvent.click(button);
  expect(document.activeElement?.textContent).toBe('Stop sharing goals with Rafael Ortiz?');
  await userEvent.click(screen.getByRole('button', { name: 'Keep' }));
  expect(screen.queryByRole('group', { name: /^Stop sharing/ })).toBeNull();
  expect(document.activeElement).toBe(button);
});

test('a stop that did not go through says so and can be tried again', async () => {
  const onStop = vi.fn<Stop>(async () => 'That did not go through.');
  render(<PermissionCard permission={permission()} onStop={onStop} onPause={stays} onMark={stays} />);
  await userEvent.click(screen.getByRole('button', { name: /^Stop sharing/ }));
  await userEvent.click(screen.getByRole('button', { name: 'Stop' }));
  expect(screen.getByRole('alert').textContent).toBe('That did not go through.');
  await userEvent.click(screen.getByRole('button', { name: 'Stop' }));
  expect(onStop).toHaveBeenCalledTimes(2);
});

test('two quick taps stop once', async () => {
  const onStop = vi.fn<Stop>(() => new Promise(() => {}));
  render(<PermissionCard permission={permission()} onStop={onStop} onPause={stays} onMark={stays} />);
  await userEvent.click(screen.getByRole('button', { name: /^Stop sharing/ }));
  await userEvent.click(screen.getByRole('button', { name: 'Stop' }));
  await userEvent.click(screen.getByRole('button', { name: 'Stopping' }));
  expect(onStop).toHaveBeenCalledTimes(1);
});

test('what waits for somebody else says for whom, and who has signed beside them', () => {
  const given = permission({
    law: [{ kind: 'edu-record', rules: ['F-3'], needs: 'adult' }],
    adults: [
      {
        capacity: 'guardian',
        relation: 'mother',
        method: 'typed',
        recordedBy: 'Dana Whitfield',
        at: '2026-11-12T12:00:00.000Z',
      },
    ],
  });
  render(<PermissionCard permission={given} onStop={stopped()} onPause={stays} onMark={stays} />);
  const card = screen.getByRole('article', { name: 'Rafael Ortiz' });
  expect(card.textContent).toContain('Not open yetSchoolA parent or guardian has to say yes to this too.');
  expect(card.textContent).toContain('Also signedYour mother, on November 12, 2026');
  expect(card.textContent).not.toContain('F-3');
});

test('where all of it waits the card says that nothing can be seen, and all of it can be stopped', async () => {
  const onStop = stopped();
  const given = permission({
    categories: [],
    law: [{ kind: 'edu-record', rules: ['F-3'], needs: 'adult' }],
  });
  render(<PermissionCard permission={given} onStop={onStop} onPause={stays} onMark={stays} />);
  expect(screen.getByText('They can not see any of this yet.')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Stop sharing school with Rafael Ortiz' }));
  await userEvent.click(screen.getByRole('button', { name: 'Stop' }));
  expect(onStop).toHaveBeenCalledWith(['edu-record']);
});

test('what was signed for later says when it starts', () => {
  const given = permission({ startsAt: '2099-05-04T12:00:00.000Z' });
  render(<PermissionCard permission={given} onStop={stopped()} onPause={stays} onMark={stays} />);
  expect(screen.getByText('On May 4, 2099. Nothing is shared before that.')).toBeTruthy();
});
