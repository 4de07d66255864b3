import type { Standing } from '@accord/consent';
import { Chip, useWords, type Tone } from '@accord/ui';

const TONES = {
  'on-time': 'neutral',
  soon: 'care',
  overdue: 'stop',
  done: 'ok',
  'done-late': 'care',
} as const satisfies Record<Standing, Tone>;

export function StandingChip({ standing }: { standing: Standing }) {
  const t = useWords('register');
  return <Chip tone={TONES[standing]}>{t(`standing.${standing}`)}</Chip>;
}
