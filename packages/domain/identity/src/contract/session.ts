import { AgencyId, Language, Purpose, StaffId, YoungPersonId } from '@accord/kernel';
import { z } from 'zod';
import { System } from './systems.ts';

export const SignInInput = z.strictObject({
  email: z.email('Write the whole address, like name@agency.example.').max(254),
  password: z.string().min(1, 'Write your password.').max(256),
});

export const UnlockInput = SignInInput.pick({ password: true });
export const ChooseLanguageInput = z.strictObject({ language: Language });

/** Who is signed in, as the frame shows it. Null: nobody. `locked`: nobody until they have shown who they are again. */
export const Me = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('staff'),
      staffId: StaffId,
      name: z.string(),
      title: z.string(),
      agency: z.strictObject({ agencyId: AgencyId, name: z.string(), system: System }),
      purpose: Purpose,
      purposes: z.array(Purpose),
      demo: z.boolean(),
    }),
    z.strictObject({
      kind: z.literal('youth'),
      youngPersonId: YoungPersonId,
      codeName: z.string(),
      demo: z.boolean(),
    }),
    z.strictObject({
      kind: z.literal('advisor'),
      name: z.string(),
      demo: z.boolean(),
    }),
    z.strictObject({
      kind: z.literal('locked'),
      name: z.string(),
      demo: z.boolean(),
    }),
  ])
  .nullable();
export type Me = z.infer<typeof Me>;

export const ChoosePurposeInput = z.strictObject({ purpose: Purpose });

/** One log-in card of the demo. `sees` is one line: what you will see as this person. */
export const DemoCard = z.strictObject({
  key: z.string(),
  app: z.enum(['staff', 'youth']),
  /** What they do here: the cards stand in these groups. */
  group: z.enum(['team', 'consent', 'advisor', 'youth']),
  name: z.string(),
  title: z.string(),
  agency: z.string().nullable(),
  sees: z.string(),
});
export type DemoCard = z.infer<typeof DemoCard>;

/** `url` is where the young person's own app answers; it stands on a host name of its own. */
export const DemoCards = z.strictObject({ cards: z.array(DemoCard), youthUrl: z.string() });
export const DemoSignInInput = z.strictObject({ key: z.string().max(40) });

/** `working`: how much of a fresh demo is made, from 0 to 1; null while none is. */
export const DemoState = z.strictObject({
  canReset: z.boolean(),
  working: z.number().min(0).max(1).nullable(),
  canUndo: z.boolean(),
});
export type DemoState = z.infer<typeof DemoState>;
