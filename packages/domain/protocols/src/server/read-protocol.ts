import { type Actor, notFound, type StaffId, type ProtocolId } from '@accord/kernel';
import type { Tx } from '@accord/rpc';
import {
  type Comment,
  type Deed,
  differenceOf,
  holdsOn,
  maySign,
  missingGaps,
  type ProtocolPage,
} from '../contract/index.ts';
import * as q from './protocols.queries.ts';
import { readTranslation } from './read-translation.ts';

export type Reader = Extract<Actor, { kind: 'staff' | 'advisor' }>;

/** A protocol as this reader gets it. NOT_FOUND when there is none that they may read. */
export async function readProtocol(tx: Tx, reader: Reader, protocolId: ProtocolId): Promise<ProtocolPage> {
  const protocol = await q.findProtocol(tx, protocolId);
  const versions = await q.listVersions(tx, protocolId);
  const [newest] = versions;
  if (!protocol || !newest) throw notFound('no such protocol for this reader');
  const { version, status } = newest;
  // A draft between two reviews was never read by anyone else: the difference is against what was.
  const earlier = versions.slice(1).find((each) => each.status !== 'draft');
  const blocks = await q.listBlocks(tx, protocolId, version);
  const names = await q.findNames(tx, [protocolId]);
  const comments = commentsOf(await q.listComments(tx, protocolId), reader, names);
  const signOffs = await q.listSignOffs(tx, protocolId);
  const signed =
    reader.kind === 'advisor' &&
    signOffs.some((each) => each.version === version && each.advisorId === reader.advisorId);
  const translation = await readTranslation(tx, protocol, newest);
  const translations = protocol.translates === null ? [...(await q.listTranslations(tx, protocolId))] : [];
  const signing = signOffs.filter((each) => each.version === version).length;
  const holds = holdsOn(status, comments, signing, {
    missingGaps: missingGaps(protocol.kind, blocks),
    translation: translation && {
      hasReader: translation.reader !== null,
      originalIsPublished: translation.originalIsPublished,
    },
  });
  return {
    protocolId,
    title: protocol.title,
    agency: names.get(protocol.agencyId) ?? '',
    kind: protocol.kind,
    language: protocol.language,
    translation,
    translations,
    version,
    status,
    madeAt: newest.madeAt,
    publishedAt: newest.publishedAt,
    blocks,
    comments,
    difference: earlier
      ? {
          since: earlier.version,
          changes: differenceOf(await q.listBlocks(tx, protocolId, earlier.version), blocks),
        }
      : null,
    signOffs: signOffs.map(({ version: of, as, at }) => ({ version: of, as, at })),
    holds,
    may: deedsOf(reader, protocol, {
      status,
      holds,
      canSign: maySign(status, comments, signed),
      hasReader: translation?.reader !== null,
    }),
    signed,
  };
}

function commentsOf(rows: readonly q.CommentRow[], reader: Reader, names: Map<string, string>): Comment[] {
  const advisors: StaffId[] = [...new Set(rows.map(({ advisorId }) => advisorId))];
  return rows.map(({ advisorId, result, answer, answeredBy, answeredAt, ...row }) => ({
    ...row,
    advisor: advisors.indexOf(advisorId) + 1,
    mine: reader.kind === 'advisor' && reader.advisorId === advisorId,
    answer:
      result && answer !== null && answeredBy && answeredAt
        ? { result, body: answer, by: names.get(answeredBy) ?? '', at: answeredAt }
        : null,
  }));
}

interface Stand extends Pick<ProtocolPage, 'status' | 'holds'> {
  canSign: boolean;
  hasReader: boolean;
}

function deedsOf(
  reader: Reader,
  { agencyId, translates }: q.ProtocolRow,
  { status, holds, canSign, hasReader }: Stand,
): Deed[] {
  const keeps = reader.kind === 'staff' && reader.agencyId === agencyId;
  const advises = reader.kind === 'advisor';
  const deeds: [Deed, boolean][] = [
    ['comment', advises && status === 'in-review'],
    ['sign', advises && canSign],
    ['answer', keeps],
    ['change', keeps],
    ['send-for-review', keeps && status === 'draft'],
    ['publish', keeps && holds.length === 0],
    ['translate', keeps && translates === null],
    ['name-reader', keeps && translates !== null && !hasReader && status !== 'published'],
  ];
  return deeds.flatMap(([deed, may]) => (may ? [deed] : []));
}
