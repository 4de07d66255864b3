import { LoadingSkeleton } from '@accord/ui';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Trouble } from './Trouble.tsx';

interface LoadedProps<Data> {
  query: UseQueryResult<Data, unknown>;
  /** Lines of the skeleton: about as tall as what will come. */
  lines?: number;
  children: (data: Data) => ReactNode;
}

/** One panel in its states: coming, failed (alone), not shared, or there. */
export function Loaded<Data>({ query, lines = 4, children }: LoadedProps<Data>) {
  const retry = () => void query.refetch();
  if (query.isError) return <Trouble error={query.error} onRetry={retry} />;
  if (query.data === undefined) return <LoadingSkeleton lines={lines} onRetry={retry} />;
  return children(query.data);
}
