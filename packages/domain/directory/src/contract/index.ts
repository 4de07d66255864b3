import { AgencyId, ServiceId } from '@accord/kernel';
import { z } from 'zod';

export { SYNONYMS } from './synonyms.ts';

export const SearchInput = z.strictObject({
  text: z
    .string()
    .trim()
    .max(120, 'Keep it under 120 characters.')
    .refine((text) => !text.includes('\0'), 'Type words only: letters, numbers and spaces.'),
  page: z.int().min(1).max(500).default(1),
});
export type SearchInput = z.infer<typeof SearchInput>;

/** `withdrawn`: the source no longer lists it, or says that it ended. Old referrals still show it; search does not. */
export const Availability = z.enum(['listed', 'temporarily-closed', 'withdrawn']);
export type Availability = z.infer<typeof Availability>;

export const Service = z.strictObject({
  serviceId: ServiceId,
  name: z.string(),
  description: z.string().nullable(),
  fees: z.string().nullable(),
  applicationProcess: z.string().nullable(),
  url: z.string().nullable(),
  availability: Availability,
  organization: z.strictObject({
    name: z.string(),
    /** The source names an organisation that it does not describe: a flagged placeholder stands in. */
    placeholder: z.boolean(),
    /** The agency of this network that runs it: its people can answer in Accord. Null where none does. */
    agency: z.strictObject({ agencyId: AgencyId, name: z.string() }).nullable(),
  }),
  phones: z.array(z.string()),
  /** One line for each run of days with the same times: `Monday to Friday, 9:00 am to 5:00 pm`. */
  hours: z.array(z.string()),
});
export type Service = z.infer<typeof Service>;

/** `total` counts all matches; a page holds 20. */
export const SearchResult = z.strictObject({
  services: z.array(Service),
  total: z.int(),
  page: z.int(),
  pages: z.int(),
});
export type SearchResult = z.infer<typeof SearchResult>;
