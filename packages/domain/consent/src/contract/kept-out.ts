import { StaffId } from '@accord/kernel';
import { z } from 'zod';

/** Someone whom the young person keeps out of their case, whatever else would let them in. */
export const KeptOutPerson = z.strictObject({
  staffId: StaffId,
  name: z.string(),
  title: z.string(),
  agency: z.string(),
  since: z.iso.datetime(),
});
export type KeptOutPerson = z.infer<typeof KeptOutPerson>;

/** Who is kept out, newest first, and who could be: everybody who works in the network today. */
export const KeptOut = z.strictObject({
  people: z.array(KeptOutPerson),
  others: z.array(KeptOutPerson.omit({ since: true })),
});
export type KeptOut = z.infer<typeof KeptOut>;

export const KeepOutInput = z.strictObject({ staffId: StaffId });
