import { mkdirSync, writeFileSync } from 'node:fs';
import { type IdentifierKind, Sensitive } from '@privacy-connectors/core';
import type { NewConnection } from '../../../src/application/connections.js';
import { dsr, type DsrEnd } from '../dsr.js';
import type { Installation } from '../installation.js';
import type { MadeUpVendor } from './vendor.js';

/** A connector of a vendor that nobody has. */
export interface MadeUp {
  readonly id: string;
  readonly consumes: readonly IdentifierKind[];
  readonly produces: readonly IdentifierKind[];
  /** It is authorised with OAuth and PKCE in place of a key. */
  readonly oauth?: boolean;
  /** With what its vendor refuses a key that is dead, as its manifest has it; not declared when absent. */
  readonly deadStatuses?: readonly number[];
}

/** Installs these connectors as packages beside the data folder, and allows them and Drift's. */
export function installMadeUp(installation: Installation, connectors: readonly MadeUp[]): void {
  const packages = connectors.map((connector) => writePackage(installation, connector));
  mkdirSync(installation.home, { recursive: true });
  const configuration = { connectors: ['@privacy-connectors/connector-drift', ...packages] };
  writeFileSync(`${installation.home}/config.json`, JSON.stringify(configuration));
}

function writePackage(installation: Installation, connector: MadeUp): string {
  const name = `connector-${connector.id}`;
  const folder = installation.path(`node_modules/${name}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/package.json`, JSON.stringify({ name, type: 'module', exports: './index.js' }));
  const code = JSON.stringify(new URL('./connector.mjs', import.meta.url).href);
  writeFileSync(
    `${folder}/index.js`,
    `import { madeUpConnector } from ${code};\nexport const connector = madeUpConnector(${JSON.stringify(connector)});\n`,
  );
  return name;
}

/** What an application adds a connection to a made-up vendor by. */
export function madeUpConnection(connector: string, name: string, vendor: MadeUpVendor): NewConnection {
  const settings = { baseUrl: vendor.server.baseUrl };
  const credentials = { kind: 'static_token', token: new Sensitive(vendor.key) } as const;
  return { connector, name, settings, namespaces: {}, credentials };
}

/** Adds a connection to a made-up vendor, or changes it. */
export function connectMadeUp(
  installation: Installation,
  connector: string,
  name: string,
  vendor: MadeUpVendor,
  ...options: readonly string[]
): Promise<DsrEnd> {
  const place = ['--set', `baseUrl=${vendor.server.baseUrl}`, '--token-env', 'TOKEN'];
  const parameters = ['connection', 'add', connector, '--name', name, ...place, ...options, '--json'];
  return dsr(parameters, { ...installation.environment, TOKEN: vendor.key });
}
