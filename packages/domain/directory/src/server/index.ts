export { findService } from './find-service.ts';
export { importDirectory } from './import-directory.ts';
export type { Tx } from './import.queries.ts';
export { readDirectory, type ReadDirectory, type ReadOptions } from './read-directory.ts';
export type { BadRow, FileReport, ImportProgress, ImportReport, OnProgress } from './report.ts';
export { saveDirectory } from './save-directory.ts';
export { search } from './search.ts';
export { searchServices } from './search-services.ts';
