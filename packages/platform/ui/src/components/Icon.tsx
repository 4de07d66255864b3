import {
  IconAlertTriangle,
  IconArrowLeft,
  IconBulb,
  IconCheck,
  IconColumns2,
  IconFileText,
  IconFolders,
  IconHandStop,
  IconHelpCircle,
  IconInbox,
  IconLock,
  IconPencil,
  IconPlus,
  IconSearch,
  IconSend,
  IconSun,
  IconUserPlus,
  IconUsers,
} from '@tabler/icons-react';

const ICONS = {
  add: IconPlus,
  back: IconArrowLeft,
  cases: IconFolders,
  concern: IconAlertTriangle,
  done: IconCheck,
  inbox: IconInbox,
  lock: IconLock,
  edit: IconPencil,
  newCase: IconUserPlus,
  objection: IconHandStop,
  people: IconUsers,
  protocols: IconFileText,
  question: IconHelpCircle,
  referrals: IconSend,
  search: IconSearch,
  sides: IconColumns2,
  suggestion: IconBulb,
  today: IconSun,
};

export type IconName = keyof typeof ICONS;

/** A picture beside words, never instead of them: it is hidden from who listens. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  const Drawn = ICONS[name];
  return <Drawn size={size} stroke={1.75} aria-hidden />;
}
