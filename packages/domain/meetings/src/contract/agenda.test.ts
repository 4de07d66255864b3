import { ItemId, newId } from '@accord/kernel';
import { expect, test } from 'vitest';
import { type AgendaLine, inOrder } from './agenda.ts';

const line = (kind: AgendaLine['kind'], text: string, rest: Partial<AgendaLine> = {}): AgendaLine => ({
  itemId: newId(ItemId),
  kind,
  text,
  startsAt: null,
  isDone: false,
  under: null,
  ...rest,
});

test('goals come first with their steps, then the rest by kind, and dates by their day', () => {
  const swim = line('goal', 'Swim');
  const rest = line('need', 'Rest');
  const lines = [
    line('decision', 'Ten o’clock'),
    line('appointment', 'Later', { startsAt: '2031-05-06T10:00:00.000Z' }),
    line('appointment', 'Sooner', { startsAt: '2031-05-05T10:00:00.000Z' }),
    line('step', 'Ask', { under: swim.itemId }),
    rest,
    swim,
    line('goal', 'Sleep', { under: rest.itemId }),
  ];
  expect(inOrder(lines).map(({ text }) => text)).toEqual([
    'Swim',
    'Ask',
    'Sleep',
    'Rest',
    'Sooner',
    'Later',
    'Ten o’clock',
  ]);
});

test('a step whose goal is not there reads like one that never had a goal', () => {
  const held = newId(ItemId);
  const [left, loose] = [inOrder([line('step', 'Ask', { under: held })]), inOrder([line('step', 'Ask')])];
  const shown = (lines: AgendaLine[]) => lines.map(({ itemId: _, ...each }) => each);
  expect(shown(left)).toEqual(shown(loose));
});
