import { AgencyId, PostId, StaffId } from '@accord/kernel';
import { z } from 'zod';
import { System } from './systems.ts';

/** The colleagues that a permission can name: every agency of the network and its present staff. */
export const Colleagues = z.strictObject({
  agencies: z.array(
    z.strictObject({
      agencyId: AgencyId,
      name: z.string(),
      system: System,
      /** What the agency says of sharing what is its own; null where it says nothing. */
      dataTerms: z.string().nullable(),
      staff: z.array(z.strictObject({ staffId: StaffId, name: z.string(), title: z.string() })),
      /** What somebody is there, with whoever holds it now; a post that nobody holds is left out. */
      posts: z.array(z.strictObject({ postId: PostId, name: z.string(), holder: StaffId })),
    }),
  ),
});
export type Colleagues = z.infer<typeof Colleagues>;
