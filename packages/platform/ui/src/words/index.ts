/**
 * Labels that both apps share, as plain objects: no i18next, no React, no Mantine comes with them.
 * The youth app reads them from here to stay in its budget.
 */
export { categories } from './en/categories.ts';
export { purposes } from './en/purposes.ts';
export { sharing } from './en/sharing.ts';
export { states } from './en/states.ts';
export { systems } from './en/systems.ts';
