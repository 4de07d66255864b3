export type { StaffRouter, YouthRouter } from './routers.ts';
