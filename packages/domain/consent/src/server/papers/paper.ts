import { badInput, type CaseId, type GrantId, notFound } from '@accord/kernel';
import { staffProcedure, type Tx } from '@accord/rpc';
import { type PaperHold, paperHolds, PaperInput, PaperText } from '../../contract/index.ts';
import { isDemo, listPapers, listPaperSigners, listPaperText } from './papers.queries.ts';

/** What the young person signs on: the text as it stood when the draft was made, and what it lacks. No text of a case. */
export const paper = staffProcedure
  .input(PaperInput)
  .output(PaperText)
  .query(({ ctx, input: { caseId, grantId } }) =>
    ctx.inCase(caseId, async (tx) => {
      const { language, title, version, reader, holds } = await getPaper(tx, caseId, grantId);
      return {
        language,
        title,
        version,
        reader,
        holds,
        signedBy: await listPaperSigners(tx, grantId),
        blocks: [...(await listPaperText(tx, grantId))],
        isDemo: await isDemo(tx),
      };
    }),
  );

/** The papers of a case's permissions by the permission, with what each lacks. */
export async function readPapers(tx: Tx, caseId: CaseId) {
  const rows = await listPapers(tx, caseId);
  return new Map(
    rows.map((row) => [row.grantId, { ...row, holds: paperHolds(row.version === null ? null : row) }]),
  );
}

async function getPaper(tx: Tx, caseId: CaseId, grantId: GrantId) {
  const found = (await readPapers(tx, caseId)).get(grantId);
  if (!found) throw notFound('no such permission for this reader');
  return found;
}

const SENTENCES: Record<PaperHold, string> = {
  'no-text': 'Your agency has no text for permissions yet. Write one under Protocols.',
  'no-advisor': 'No advisor has signed the words on this paper. Nobody can sign on it yet.',
  'no-reader': 'Nobody is named who read this translation. Nobody can sign on it yet.',
  'not-published': 'The words on this paper are not published. Nobody can sign on it yet.',
};

/** Asked ahead of every signature; the floor asks again. BAD_INPUT says what the paper lacks. */
export async function checkPaper(tx: Tx, caseId: CaseId, grantId: GrantId): Promise<void> {
  const [hold] = (await getPaper(tx, caseId, grantId)).holds;
  if (hold && !(await isDemo(tx))) throw badInput('paper', SENTENCES[hold]);
}
