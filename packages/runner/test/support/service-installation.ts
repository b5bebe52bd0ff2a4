import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { dsr, firstLineOf, startDsr, type DsrProcess } from './dsr.js';
import { Installation } from './installation.js';

/** What lets a service do for tests what a person at the host may do: vendors on this machine, and own approvals. */
const permissive = { DSR_ALLOWED_HOSTS: '127.0.0.1', DSR_APPROVAL: 'anyone' };

/** How such an installation differs from a plain one. */
export interface ServiceOptions {
  /** Of everything on the host. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Further parameters of `dsr serve`. */
  readonly serve?: readonly string[];
}

/** A data folder with `dsr serve` on it; the commands work through the service and see nothing of the folder. */
export class ServiceInstallation extends Installation {
  readonly #serve: readonly string[];
  #service: DsrProcess | undefined;
  #remote: Readonly<Record<string, string>> | undefined;

  constructor({ environment = {}, serve = [] }: ServiceOptions = {}) {
    super({ ...permissive, ...environment });
    this.#serve = serve;
  }

  override get environment(): Readonly<Record<string, string>> {
    if (this.#remote === undefined) throw new Error('The service was not opened.');
    return this.#remote;
  }

  override async open(): Promise<void> {
    const port = String(await freePort());
    const address = { DSR_PUBLIC_URL: `http://127.0.0.1:${port}` };
    const serve = ['serve', '--port', port, '--json', ...this.#serve];
    this.#service = startDsr(serve, { ...this.host, ...address });
    const { url } = (await firstLineOf(this.#service)) as { url: string };
    const created = await dsr(['keys', 'create', '--role', 'admin', '--json'], this.host);
    const { key } = created.json() as { key: string };
    this.#remote = { DSR_URL: url, DSR_API_KEY: key, DSR_HOME: this.path('elsewhere'), NO_COLOR: '1' };
  }

  override async close(): Promise<void> {
    this.#service?.child.kill('SIGTERM');
    const end = await this.#service?.ended;
    const made = existsSync(this.path('elsewhere'));
    this.remove();
    if (end?.code !== 0) throw new Error(`dsr serve ended with ${String(end?.code)}: ${end?.stderr ?? ''}`);
    if (made) throw new Error('A command made a data folder although it works through the service.');
  }
}

/** Of this machine; the address of a service has to be known before it starts. */
async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
