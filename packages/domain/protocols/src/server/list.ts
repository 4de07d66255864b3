import { advisorProcedure, staffProcedure, type Tx } from '@accord/rpc';
import { ProtocolList } from '../contract/index.ts';
import * as q from './protocols.queries.ts';

/** Every protocol that staff of the network may read, with its newest version. */
export const list = staffProcedure.output(ProtocolList).query(({ ctx }) => ctx.read(listAll));

/** The same for an advisor: what is in review or published. */
export const reviewList = advisorProcedure.output(ProtocolList).query(({ ctx }) => ctx.read(listAll));

async function listAll(tx: Tx): Promise<ProtocolList> {
  const rows = await q.listProtocols(tx);
  const names = await q.findNames(
    tx,
    rows.map(({ protocolId }) => protocolId),
  );
  const protocols = rows.map(
    ({ protocolId, title, agencyId, kind, language, version, status, madeAt, open, objections }) => ({
      protocolId,
      title,
      agency: names.get(agencyId) ?? '',
      kind,
      language,
      version,
      status,
      madeAt,
      open,
      objections,
    }),
  );
  return { protocols };
}
