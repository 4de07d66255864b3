import { z } from 'zod';

/** The languages of the screens, by their codes. English is where nothing was chosen. */
export const Language = z.enum(['en', 'es']);
export type Language = z.infer<typeof Language>;
