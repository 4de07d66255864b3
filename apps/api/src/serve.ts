import { type ServerType, serve } from '@hono/node-server';
import type { Hono } from 'hono';

export interface Served {
  port: number;
  close(): Promise<void>;
}

/** Serves on the port that was asked for, or on a free one when that is taken. */
export async function serveApp(app: Hono, address: string, port: number): Promise<Served> {
  try {
    return await serveOn(app, address, port);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    return serveOn(app, address, 0);
  }
}

function serveOn(app: Hono, hostname: string, port: number): Promise<Served> {
  return new Promise((resolve, reject) => {
    const server: ServerType = serve({ fetch: app.fetch, hostname, port }, (info) => {
      resolve({ port: info.port, close: () => closeServer(server) });
    });
    server.once('error', reject);
  });
}

function closeServer(server: ServerType): Promise<void> {
  return new Promise((done) => {
    server.close(() => done());
    // Open streams would hold the server for as long as their pages are open.
    if ('closeAllConnections' in server) server.closeAllConnections();
  });
}
