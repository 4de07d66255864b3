import { staffProcedure } from '@accord/rpc';
import { SearchInput, SearchResult } from '../contract/index.ts';
import { searchServices } from './search-services.ts';

/** The directory is public, so no basis is asked for and no line of the ledger is due. */
export const search = staffProcedure
  .input(SearchInput)
  .output(SearchResult)
  .query(({ ctx, input }) => ctx.read((tx) => searchServices(tx, input)));
