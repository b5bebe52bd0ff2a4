import type { FastifyInstance } from 'fastify';
import type { Application } from '../application/application.js';
import { InputError } from '../errors/runner-error.js';
import { mostWaiting, stopPatience } from './security/limits.js';
import { createServer, type ServerOptions } from './server.js';

/** Where the service listens, and what it believes of who calls. */
export interface ServiceOptions extends ServerOptions {
  readonly host: string;
  /** 0 picks a free one. */
  readonly port: number;
}

/** A service that listens. */
export interface Service {
  /** Where it listens, e.g. `http://127.0.0.1:8787`. */
  readonly url: string;
  /** Accepts nothing new, and resolves when the answers under way are finished, or cut off because nobody takes them. */
  close(): Promise<void>;
}

/** Starts to serve the application. @throws InputError when nobody can listen there. */
export async function startService(application: Application, options: ServiceOptions): Promise<Service> {
  const server = await createServer(application, options);
  const url = await listen(server, options);
  return { url, close: () => close(server) };
}

async function close(server: FastifyInstance): Promise<void> {
  const cut = setTimeout(() => {
    server.server.closeAllConnections();
  }, stopPatience);
  try {
    await server.close();
  } finally {
    clearTimeout(cut);
  }
}

async function listen(server: FastifyInstance, { host, port }: ServiceOptions): Promise<string> {
  try {
    return await server.listen({ host, port, backlog: mostWaiting, listenTextResolver: () => '' });
  } catch (error) {
    await server.close();
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new InputError(
      reasons[code] ?? 'The service cannot listen there. Choose another --host or --port.',
    );
  }
}

const reasons: { readonly [code: string]: string } = {
  EADDRINUSE: 'Another program listens at this port. Choose another --port, or 0 for a free one.',
  EACCES: 'This port needs privileges. Choose another --port, e.g. 8787.',
  EADDRNOTAVAIL: 'This machine does not have that address. Choose another --host.',
  ENOTFOUND: 'The name of the host is not known. Choose another --host.',
};
