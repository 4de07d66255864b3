import type { SearchInput, SearchResult } from '../contract/index.ts';
import { countHits, findHits, PAGE_SIZE } from './directory.queries.ts';
import { findServices } from './find-service.ts';
import type { Tx } from './import.queries.ts';
import { toQuery, toWideQuery } from './words.ts';

/**
 * Listed services in which every word of the text, or one that means the same, begins a word of the service or its
 * organisation. An empty text lists all; a text without a letter or a number finds none.
 */
export async function searchServices(tx: Tx, { text, page }: SearchInput): Promise<SearchResult> {
  const anywhere = toWideQuery(text);
  if (anywhere === undefined && text !== '') return { services: [], total: 0, page, pages: 0 };
  const query = {
    ...(anywhere !== undefined && { anywhere }),
    asTyped: toQuery(text) ?? '',
    inServiceName: toQuery(text, 'A') ?? '',
    inNames: toQuery(text, 'AB') ?? '',
  };
  const total = await countHits(tx, query);
  const services = await findServices(tx, await findHits(tx, query, page));
  return { services, total, page, pages: Math.ceil(total / PAGE_SIZE) };
}
