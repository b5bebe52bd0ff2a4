import type { Connector, LocatedThing, Subject } from '@privacy-connectors/core';
import { findForeignValue } from '../driver/json-value.js';
import type { ConnectorProcess } from '../driver/process.js';
import type { Connection } from '../driver/site.js';
import { locateAll, streamAccess } from '../driver/streamed-access.js';
import { ensure } from '../failure.js';
import { manifestProblems } from '../manifest/problems.js';

/** The manifest needs no vendor. */
export function manifestIsSound(connector: Connector): Promise<string> {
  const foreign = findForeignValue(connector.manifest);
  ensure(foreign === undefined, `it is not JSON at ${foreign ?? ''}`);
  const problems = manifestProblems(connector);
  ensure(problems.length === 0, problems.join('; '));
  return Promise.resolve(`${Object.keys(connector.manifest.operations).length} operations are declared`);
}

/** A person by an e-mail alone. */
export function knownBy(email: string): Subject {
  return { identifiers: [{ kind: 'email', value: email }] };
}

/** Which scopes were granted, and which of those that are needed were not. */
export async function connectionIsAlive(process: ConnectorProcess<Connection>): Promise<string> {
  const { grantedScopes } = await process.check();
  if (grantedScopes === 'unknown') return 'the vendor does not tell which scopes were granted';
  const needed = Object.entries(process.site.connector.manifest.scopes)
    .filter(([, { neededFor }]) => neededFor.length > 0)
    .map(([scope]) => scope);
  const missing = needed.filter((scope) => !grantedScopes.includes(scope));
  return missing.length === 0
    ? `every needed scope was granted (${needed.join(', ')})`
    : `needed and not granted: ${missing.join(', ')}`;
}

/** Nothing is found for an address that cannot exist. */
export async function strangerIsUnknown(
  process: ConnectorProcess<Connection>,
  address: string,
): Promise<string> {
  const things = await locateAll(process, knownBy(address));
  ensure(things.length === 0, `${things.length} things were found for an address that cannot exist`);
  return 'nothing was found for an address that cannot exist';
}

/** Counts alone; the data is read and dropped. */
export async function subjectIsRead(process: ConnectorProcess<Connection>, email: string): Promise<string> {
  const pages = new Map<string, number>();
  const records = new Map<string, number>();
  const located: readonly LocatedThing[] = await streamAccess(process, knownBy(email), (resource, page) => {
    ensure(findForeignValue(page) === undefined, `a page of ${resource} is not JSON`);
    pages.set(resource, (pages.get(resource) ?? 0) + 1);
    records.set(resource, (records.get(resource) ?? 0) + page.records.length);
  });
  ensure(located.length > 0, 'the data subject was not found');
  const read = [...pages].map(
    ([resource, count]) => `${resource} ${records.get(resource) ?? 0} (pages: ${count})`,
  );
  return `${located.length} things located; records: ${read.join(', ')}`;
}
