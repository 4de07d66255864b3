import type { UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import { isNotShared } from './problem.ts';

/**
 * Whether what was asked for is not there or not shared. It stays so while it is asked for again, until another answer
 * comes: a query without data forgets its error then, and the neutral page would turn into a loading one and back.
 */
export function useNotShared({
  isPending,
  error,
}: Pick<UseQueryResult<unknown, unknown>, 'isPending' | 'error'>): boolean {
  const [was, setWas] = useState(false);
  const is = isPending ? was : isNotShared(error);
  if (is !== was) setWas(is);
  return is;
}
