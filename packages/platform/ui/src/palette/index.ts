export { CommandPalette } from './CommandPalette.tsx';
export type { Command } from './find-commands.ts';
