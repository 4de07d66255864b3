import {
  IconArrowLeft,
  IconCheck,
  IconColumns2,
  IconFolders,
  IconPlus,
  IconUserPlus,
  IconUsers,
} from '@tabler/icons-react';

const ICONS = {
  add: IconPlus,
  back: IconArrowLeft,
  cases: IconFolders,
  done: IconCheck,
  newCase: IconUserPlus,
  people: IconUsers,
  sides: IconColumns2,
};

export type IconName = keyof typeof ICONS;

/** A picture beside words, never instead of them: it is hidden from who listens. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  const Drawn = ICONS[name];
  return <Drawn size={size} stroke={1.75} aria-hidden />;
}
