export type { Tx } from '@accord/db';
export {
  advisorProcedure,
  publicProcedure,
  router,
  staffProcedure,
  type Work,
  youthProcedure,
} from './builders.ts';
export {
  type DemoMode,
  type DemoStage,
  type LanguagePort,
  type RequestContext,
  type SessionPort,
  withoutBrowser,
} from './context.ts';
export { appErrorOf, errorBody, originOf, referenceOf, type WireError } from './trpc.ts';
