import type { StaffRouter, YouthRouter } from '@accord/contract';
import { createTRPCContext } from '@trpc/tanstack-react-query';

/** The staff procedures, inside a React tree. Each tree brings its own client and its own cache. */
export const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<StaffRouter>();

/** The young person's procedures: only the side-by-side page of the demo uses them here. */
export const youth = createTRPCContext<YouthRouter>();
