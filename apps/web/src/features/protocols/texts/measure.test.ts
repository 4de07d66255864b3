import { expect, test } from 'vitest';
import { measure } from './measure.ts';

test('a plain paragraph for a young person has nothing to change', () => {
  const plain = 'I say yes to {what}. {who} can see it. I can stop it any day.';
  expect(measure(plain, 'permission', 'en')).toMatchObject({
    reading: { limit: 6, isHard: false },
    avoided: [],
    long: 0,
  });
});

test('official words are named with what to write instead, and measured as too hard', () => {
  const official =
    'The client hereby grants authorization permitting the aforementioned organization to disseminate documentation.';
  const { reading, avoided } = measure(official, 'permission', 'en');
  expect(reading?.isHard).toBe(true);
  expect(avoided.map(({ word }) => word)).toEqual(['grants', 'client']);
});

test('staff have a limit and a list of their own, and Spanish has its own measure', () => {
  const line = 'Write down in the case what they want, in the way they say it themselves.';
  expect(measure(line, 'protocol', 'en')).toMatchObject({ reading: { limit: 8 }, avoided: [] });
  expect(measure(line, 'notice', 'en').avoided.map(({ word }) => word)).toEqual(['case']);
  const spanish = 'Digo que sí a esto: {what}. Lo puedo parar cualquier día, y nadie me pregunta por qué.';
  expect(measure(spanish, 'permission', 'es')).toMatchObject({ reading: { limit: 65, isHard: false } });
});

test('what is too short to be measured is still looked at for its words', () => {
  expect(measure('You gave consent.', 'notice', 'en')).toMatchObject({
    reading: null,
    avoided: [{ word: 'consent' }],
  });
});
