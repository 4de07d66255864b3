import { staffProcedure } from '@accord/rpc';
import { Caseloads } from '../../contract/index.ts';
import * as q from './handover.queries.ts';

/** Who of the caller's agency works on the cases that the caller supervises. Code names alone: it reads nothing of a case. */
export const caseloads = staffProcedure.output(Caseloads).query(({ ctx }) =>
  ctx.read(async (tx) => {
    const { agencyId, staffId: me } = ctx.actor;
    if (!(await q.findSupervises(tx))) return { supervises: false, people: [], colleagues: [], talks: [] };
    const rows = await q.enterCaseloads(tx);
    const codeNames = new Map((await q.listCodeNames(tx)).map(({ caseId, codeName }) => [caseId, codeName]));
    const staff = await q.listOwnStaff(tx, agencyId);
    const names = new Map(staff.map(({ staffId, name }) => [staffId, name]));
    const people = staff.map(({ staffId, name, title, hasLeft }) => ({
      staffId,
      name,
      title,
      hasLeft,
      cases: rows.flatMap(({ caseId, staffId: who, untilOn }) => {
        const codeName = codeNames.get(caseId);
        return who === staffId && codeName ? [{ caseId, codeName, untilOn }] : [];
      }),
    }));
    return {
      supervises: true,
      people: people.filter(({ cases }) => cases.length > 0),
      colleagues: staff
        .filter(({ staffId, hasLeft }) => staffId !== me && !hasLeft)
        .map(({ staffId, name, title }) => ({ staffId, name, title })),
      talks: (await q.listWantedTalks(tx)).flatMap(({ comes, ...talk }) => {
        const codeName = codeNames.get(talk.caseId);
        return codeName ? [{ ...talk, codeName, comes: names.get(comes) ?? '' }] : [];
      }),
    };
  }),
);
