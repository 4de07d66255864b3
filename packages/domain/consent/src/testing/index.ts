export { LAWYER, PolicyFolder, RULES } from './policy-folder.ts';
