import type { StaffRouter } from '@accord/contract';
import type { QueryClient } from '@tanstack/react-query';
import type { TRPCOptionsProxy } from '@trpc/tanstack-react-query';

/** What every route can use while it loads. */
export interface RouteContext {
  trpc: TRPCOptionsProxy<StaffRouter>;
  queries: QueryClient;
}
