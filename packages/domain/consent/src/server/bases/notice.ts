import type { RecordBasisInput } from '../../contract/index.ts';

/** Whether somebody has told the young person and how, or why not yet, as the record keeps the two apart. */
export function noticeOf({ told }: RecordBasisInput) {
  const isTold = told === 'in-person' || told === 'by-phone';
  return { toldHow: isTold ? told : null, notTold: isTold ? null : told };
}
