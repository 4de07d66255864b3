import { staffProcedure } from '@accord/rpc';
import { Colleagues, System } from '../contract/index.ts';
import { listColleagues, listHeldPosts } from './identity.queries.ts';

/** The people that a permission can name. */
export const colleagues = staffProcedure.output(Colleagues).query(({ ctx }) =>
  ctx.read(async (tx) => {
    const held = Map.groupBy(await listHeldPosts(tx), (post) => post.agencyId);
    const byAgency = Map.groupBy(await listColleagues(tx), (row) => row.agencyId);
    const agencies = [...byAgency].flatMap(([agencyId, rows]) => {
      const [first] = rows;
      if (!first) return [];
      const staff = rows.flatMap(({ staffId, name, title }) =>
        staffId && name && title ? [{ staffId, name, title }] : [],
      );
      const { agency: name, system, dataTerms } = first;
      const posts = (held.get(agencyId) ?? []).map(({ agencyId: _, ...post }) => post);
      return [{ agencyId, name, system: System.parse(system), dataTerms, staff, posts }];
    });
    return { agencies };
  }),
);
