/** The routers' types and nothing else, so that a client never depends on the server. */
export type { StaffRouter, YouthRouter } from '@accord/api';
