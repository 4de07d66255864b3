import { config } from 'zod';

/*
 * Zod compiles its schemas with `new Function` where it may. The Content Security Policy of this page forbids
 * that, and the mere try would be reported as a violation. Imported before any schema is used.
 */
config({ jitless: true });
