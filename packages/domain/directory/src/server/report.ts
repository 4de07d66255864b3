/** A row that needs another look, in the words of the person who keeps the file. */
export interface BadRow {
  file: string;
  /** Line on which the row begins; the header is line 1. */
  line: number;
  /** Null when the fault is the row's and not one cell's. */
  column: string | null;
  reason: string;
  /** What would be right. */
  expected: string;
  /** true: the row was taken, without this value or with a placeholder. false: it was left out. */
  kept: boolean;
}

/** What became of one file: `rows` = created + updated + skipped + bad. */
export interface FileReport {
  file: string;
  /** false: not in the folder. What an earlier import brought stands as it was. */
  present: boolean;
  rows: number;
  created: number;
  updated: number;
  /** Nothing to write: the row is as it was. */
  skipped: number;
  /** Not in the source any more. Services and organisations are marked as withdrawn; other rows are deleted. */
  removed: number;
  /** Left out. */
  bad: number;
}

export interface ImportReport {
  source: string;
  files: FileReport[];
  badRows: BadRow[];
  /** Organisations that services name and the source does not describe. */
  placeholders: number;
}

export interface ImportProgress {
  step: 'reading' | 'saving';
  file: string;
  /** Rows of this file so far. */
  rows: number;
  /** Of this file and step, 0 to 100. */
  percent: number;
}

export type OnProgress = (progress: ImportProgress) => void;
