export { useAnnounce } from './components/Announcer.tsx';
export { Asking } from './components/Asking.tsx';
export { Button, ButtonLink, type ButtonKind, type ButtonProps } from './components/Button.tsx';
export { Card, Chip, Facts, List, type Tone } from './components/Card.tsx';
export { CheckField, ChooseMany, ChooseOne, type Choice } from './components/Choices.tsx';
export { Confirm } from './components/Confirm.tsx';
export { ErrorSummary, type FieldError } from './components/ErrorSummary.tsx';
export {
  DateField,
  DateTimeField,
  FileField,
  SelectField,
  TextArea,
  TextField,
  type OptionGroup,
} from './components/fields.tsx';
export { Brand, Frame, NavPlace, PlainFrame, TextLink } from './components/Frame.tsx';
export { FullScreen } from './components/FullScreen.tsx';
export { Hidden } from './components/Hidden.tsx';
export { Icon, type IconName } from './components/Icon.tsx';
export { LanguageChoice } from './components/LanguageChoice.tsx';
export { CardTitle, HeadingBase, Page, Row, Section, Stack } from './components/layout.tsx';
export { LockCover } from './components/LockCover.tsx';
export { LoadingSkeleton } from './components/Loading.tsx';
export { EmptyState, ErrorState, Neutral, Notice, Stub } from './components/states.tsx';
export { Unreviewed } from './components/Unreviewed.tsx';
export { UiProvider } from './UiProvider.tsx';
export { locale, showIn, useLanguage, useWords, useWordsIn } from './words/i18n.ts';
export { firstNeed, readForYoung } from './words/law-reading.ts';
export { Reviewed } from './words/reviewed.tsx';
export { type Language, LANGUAGES, languageOfPage } from './words/languages.ts';
